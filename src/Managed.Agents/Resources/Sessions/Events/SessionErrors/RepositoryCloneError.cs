namespace Managed.Agents;

/// <summary>The repository could not be cloned. The session continues without it.</summary>
public sealed record RepositoryCloneError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public Uri? RepositoryUrl { get; init; }
}
