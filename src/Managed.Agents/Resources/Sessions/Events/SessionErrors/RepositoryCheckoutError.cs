namespace Managed.Agents;

/// <summary>The branch or commit could not be checked out. The session continues without the repository.</summary>
public sealed record RepositoryCheckoutError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public Uri? RepositoryUrl { get; init; }
}
