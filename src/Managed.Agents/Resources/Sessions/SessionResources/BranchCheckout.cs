using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>Checks out the latest commit of a branch.</summary>
public sealed record BranchCheckout : RepositoryCheckout
{
    /// <summary>Initializes a new instance of the <see cref="BranchCheckout"/> class. Set <see cref="Name"/>.</summary>
    public BranchCheckout()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="BranchCheckout"/> class.</summary>
    /// <param name="name">The name of the branch.</param>
    [SetsRequiredMembers]
    public BranchCheckout(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The name of the branch.</summary>
    public required string Name { get; init; }
}
