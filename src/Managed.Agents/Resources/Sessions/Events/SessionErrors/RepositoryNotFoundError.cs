namespace Managed.Agents;

/// <summary>The repository does not exist or is not visible to the token. The session continues without it.</summary>
public sealed record RepositoryNotFoundError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public Uri? RepositoryUrl { get; init; }
}
