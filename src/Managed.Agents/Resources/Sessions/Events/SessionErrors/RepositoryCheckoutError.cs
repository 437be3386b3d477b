namespace Managed.Agents;

/// <summary>The branch or commit cannot be checked out. The session goes on without the repository.</summary>
public sealed record RepositoryCheckoutError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public string? RepositoryUrl { get; init; }
}
