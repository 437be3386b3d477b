using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A branch, at its newest commit.</summary>
public sealed record BranchCheckout : RepositoryCheckout
{
    /// <summary>Makes a checkout; set <see cref="Name"/>.</summary>
    public BranchCheckout()
    {
    }

    /// <summary>Makes a checkout.</summary>
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
