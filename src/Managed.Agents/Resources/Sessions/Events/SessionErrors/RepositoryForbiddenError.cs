namespace Managed.Agents;

/// <summary>The token does not have permission to read the repository. The session continues without it.</summary>
public sealed record RepositoryForbiddenError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public Uri? RepositoryUrl { get; init; }
}
