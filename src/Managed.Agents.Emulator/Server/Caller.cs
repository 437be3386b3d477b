namespace Managed.Agents.Emulator;

/// <summary>Whose key came with a request: the organization's, that of an environment's workers, or that of one work item.</summary>
/// <param name="EnvironmentId">The environment the caller works for; null for the API key.</param>
/// <param name="WorkId">The work item whose secret the key is; null for the others.</param>
/// <param name="SessionId">The session that item is about.</param>
internal sealed record Caller(string? EnvironmentId = null, string? WorkId = null, string? SessionId = null)
{
    public static Caller ApiKey { get; } = new();

    /// <summary>A worker of every self-hosted environment.</summary>
    public static Caller EveryWorker { get; } = new("*");

    public bool Serves(string environmentId) => this == EveryWorker || environmentId == EnvironmentId;
}
