namespace Managed.Agents;

/// <summary>The repository host rejected the token. The session continues without the repository.</summary>
public sealed record RepositoryAuthenticationError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public Uri? RepositoryUrl { get; init; }
}
