using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A commit.</summary>
public sealed record CommitCheckout : RepositoryCheckout
{
    /// <summary>Makes a checkout; set <see cref="Sha"/>.</summary>
    public CommitCheckout()
    {
    }

    /// <summary>Makes a checkout.</summary>
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
