namespace Managed.Agents.Emulator;

/// <content>Keys and health checks for the workers of self-hosted environments, which the Console provides at the service.</content>
public sealed partial class AgentsEmulator
{
    private ApiKeyRegistry? _keys;
    private WorkOperations? _work;

    /// <summary>Creates a key for the workers of a self-hosted environment, as the Console does.</summary>
    /// <param name="environmentId">The environment (<c>env_…</c>).</param>
    /// <returns>The key (<c>sk-ant-oat01-…</c>). A worker sends it as a bearer token. Every call creates another key; all keys stay valid.</returns>
    /// <exception cref="ArgumentException">The environment does not exist, or it is not self-hosted.</exception>
    public string CreateEnvironmentKey(string environmentId)
    {
        Queue(environmentId);
        return _keys!.AddEnvironmentKey(environmentId);
    }

    /// <summary>Creates a client for a worker, with the emulator's address and a key of the environment instead of the API key.</summary>
    /// <param name="environmentId">The environment (<c>env_…</c>).</param>
    /// <param name="configure">Configures further options, or null.</param>
    /// <param name="timeProvider">The clock for the client's timeouts and delays. Default: the system's clock.</param>
    /// <returns>The client. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The environment does not exist, or it is not self-hosted.</exception>
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

    /// <summary>Queues a health check: a work item that a worker only acknowledges, as the Console does to test workers.</summary>
    /// <param name="environmentId">The environment (<c>env_…</c>).</param>
    /// <returns>The id of the item (<c>work_…</c>).</returns>
    /// <exception cref="ArgumentException">The environment does not exist, or it is not self-hosted.</exception>
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
