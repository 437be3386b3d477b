namespace Managed.Agents;

/// <summary>The work queue of a self-hosted environment: what a worker takes its work from, and what an operator looks at.</summary>
/// <remarks>
/// A worker authenticates with the environment key as <see cref="ManagedAgentsOptions.AuthToken"/>, for one item also with the token of its
/// <see cref="WorkSecret"/>. <see cref="GetAsync"/> and <see cref="UpdateAsync"/> need an API key; <see cref="ListAsync"/> refuses one.
/// </remarks>
public class EnvironmentWorkClient
{
    private readonly ResourceApi _api;

    internal EnvironmentWorkClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected EnvironmentWorkClient() => _api = null!;

    /// <summary>Takes the next item from the queue. Acknowledge it at once, or it is handed out again.</summary>
    /// <remarks>
    /// A call that fails is not repeated by itself: the item it may have taken comes back after <see cref="WorkPollOptions.ReclaimOlderThan"/>,
    /// and a repetition would take another one before that. A worker asks again in its own rhythm.
    /// </remarks>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="options">How long to wait, and who asks; null for the service's defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, with its secret; null when there is no work.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WorkItem?> PollAsync(string environmentId, WorkPollOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WorkPollOptions();
        return _api.TakeAsync<WorkItem>($"v1/environments/{environmentId}/work/poll", options.Query(), WorkPollOptions.Header(options), cancellationToken);
    }

    /// <summary>Says that this worker takes the item. When another one was faster, the call fails: leave the item alone then.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, starting.</returns>
    /// <exception cref="ManagedAgentsException">The call failed. It is not repeated where it may have arrived, because the second one would be refused as if another worker were there; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> tells.</exception>
    public virtual Task<WorkItem> AcknowledgeAsync(string environmentId, string workId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<WorkItem>($"v1/environments/{environmentId}/work/{workId}/ack", null, CallKind.CreateOrSend, cancellationToken);

    /// <summary>Keeps the lease of an item: sent every half of its time to live, or more often.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="options">The heartbeat that is expected to be the last; null to extend the lease whoever has it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The state of the item, and what to send with the next heartbeat.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 412: another worker has the lease. <see cref="WorkLeaseState.From"/> reads its state.</exception>
    /// <exception cref="ManagedAgentsException">The call failed. With an expected heartbeat it is not repeated where it may have arrived, because its own first attempt would be taken for another worker's.</exception>
    public virtual Task<WorkHeartbeat> HeartbeatAsync(string environmentId, string workId, WorkHeartbeatOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WorkHeartbeatOptions();
        var kind = options.ExpectedLastHeartbeat is null ? CallKind.IdempotentWrite : CallKind.CreateOrSend;
        return _api.PostAsync<WorkHeartbeat>($"v1/environments/{environmentId}/work/{workId}/heartbeat", options.Query(), kind, cancellationToken);
    }

    /// <summary>Stops an item.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="request">How; null to let the worker end what it does.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item, stopping or stopped.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: the item is stopped already.</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WorkItem> StopAsync(string environmentId, string workId, WorkStopRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.UpdateAsync<WorkStopRequest, WorkItem>($"v1/environments/{environmentId}/work/{workId}/stop", request ?? new WorkStopRequest(), cancellationToken);

    /// <summary>Gets an item, without its secret.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WorkItem> GetAsync(string environmentId, string workId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<WorkItem>($"v1/environments/{environmentId}/work/{workId}", cancellationToken);

    /// <summary>Changes the metadata of an item.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The item after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WorkItem> UpdateAsync(string environmentId, string workId, WorkUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<WorkUpdateRequest, WorkItem>($"v1/environments/{environmentId}/work/{workId}", request, cancellationToken);
    }

    /// <summary>Lists the items of an environment.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="options">Page size; null for the service's default.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The items, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<WorkItem> ListAsync(string environmentId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<WorkItem>($"v1/environments/{environmentId}/work", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Says how the queue stands.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many items wait, and how many workers ask.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WorkQueueStats> GetStatsAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<WorkQueueStats>($"v1/environments/{environmentId}/work/stats", cancellationToken);
}
