using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>Checks out a commit.</summary>
public sealed record CommitCheckout : RepositoryCheckout
{
    /// <summary>Initializes a new instance of the <see cref="CommitCheckout"/> class. Set <see cref="Sha"/>.</summary>
    public CommitCheckout()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="CommitCheckout"/> class.</summary>
    /// <param name="sha">The full hash of the commit.</param>
    [SetsRequiredMembers]
    public CommitCheckout(string sha)
    {
        ArgumentNullException.ThrowIfNull(sha);
        Sha = sha;
    }

    /// <summary>The full hash of the commit.</summary>
    public required string Sha { get; init; }
}
