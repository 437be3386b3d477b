namespace Managed.Agents;

/// <summary>The repository does not exist, or the token cannot see it. The session goes on without it.</summary>
public sealed record RepositoryNotFoundError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public string? RepositoryUrl { get; init; }
}
