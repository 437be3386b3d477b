namespace Managed.Agents.Emulator;

/// <content>What the Console does for the workers of self-hosted environments.</content>
public sealed partial class AgentsEmulator
{
    private KeyRing? _keys;
    private WorkOperations? _work;

    /// <summary>Makes a key for the workers of a self-hosted environment, as the Console does.</summary>
    /// <param name="environmentId">The environment (<c>env_…</c>).</param>
    /// <returns>The key, <c>sk-ant-oat01-…</c>; a worker sends it as a bearer token. Every call makes another one, and all of them stay good.</returns>
    /// <exception cref="ArgumentException">There is no such environment, or it is not self-hosted.</exception>
    public string CreateEnvironmentKey(string environmentId)
    {
        Queue(environmentId);
        return _keys!.AddEnvironmentKey(environmentId);
    }

    /// <summary>Makes a client for a worker: with the emulator's address and a key of the environment in place of the API key.</summary>
    /// <param name="environmentId">The environment (<c>env_…</c>).</param>
    /// <param name="configure">Changes further options; null for none.</param>
    /// <param name="timeProvider">The clock of the client's own time limits and waits; null for the system's.</param>
    /// <returns>The client, to be disposed by the caller.</returns>
    /// <exception cref="ArgumentException">There is no such environment, or it is not self-hosted.</exception>
    public ManagedAgentsClient CreateWorkerClient(string environmentId, Action<ManagedAgentsOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var key = CreateEnvironmentKey(environmentId);
        return CreateClient(
            options =>
            {
                (options.ApiKey, options.AuthToken) = (null, key);
                configure?.Invoke(options);
            },
            timeProvider);
    }

    /// <summary>Queues a work item that only asks for a sign of life, as the Console does to check on workers.</summary>
    /// <param name="environmentId">The environment (<c>env_…</c>).</param>
    /// <returns>The id of the item (<c>work_…</c>).</returns>
    /// <exception cref="ArgumentException">There is no such environment, or it is not self-hosted.</exception>
    public string QueueHealthCheck(string environmentId) => Queue(environmentId).Add(WorkQueue.HealthCheck, "healthcheck").Id;

    private WorkQueue Queue(string environmentId)
    {
        ArgumentNullException.ThrowIfNull(environmentId);
        try
        {
            return _work!.Queue(environmentId);
        }
        catch (ApiError refused)
        {
            throw new ArgumentException(refused.Message, nameof(environmentId), refused);
        }
    }
}
