namespace Managed.Agents;

/// <summary>The repository cannot be cloned. The session goes on without it.</summary>
public sealed record RepositoryCloneError : SessionError
{
    /// <summary>The URL of the repository.</summary>
    public string? RepositoryUrl { get; init; }
}
