namespace Managed.Agents.Emulator;

/// <summary>The owner of a request's key: the organization, the workers of an environment, or one work item.</summary>
/// <param name="EnvironmentId">The environment of the caller; null for the API key.</param>
/// <param name="WorkId">The work item whose secret is the key; null for other keys.</param>
/// <param name="SessionId">The session of the work item.</param>
internal sealed record Caller(string? EnvironmentId = null, string? WorkId = null, string? SessionId = null)
{
    public static Caller ApiKey { get; } = new();

    /// <summary>A worker whose key is valid for every self-hosted environment.</summary>
    public static Caller EveryWorker { get; } = new("*");

    public bool Serves(string environmentId) => this == EveryWorker || environmentId == EnvironmentId;
}
