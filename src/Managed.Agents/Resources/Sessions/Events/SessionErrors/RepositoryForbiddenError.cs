namespace Managed.Agents;

/// <summary>The token must not read the repository. The session goes on without it.</summary>
public sealed record RepositoryForbiddenError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public string? RepositoryUrl { get; init; }
}
