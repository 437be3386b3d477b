namespace Managed.Agents;

/// <summary>A repository refused the token. The session goes on without it.</summary>
public sealed record RepositoryAuthenticationError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public string? RepositoryUrl { get; init; }
}
