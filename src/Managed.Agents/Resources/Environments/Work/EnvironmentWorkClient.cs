namespace Managed.Agents.Work;

/// <summary>Provides access to the work queue of a self-hosted environment, for workers and operators.</summary>
/// <remarks>
/// A worker authenticates with the environment key as <see cref="ManagedAgentsOptions.AuthToken"/>. The calls for one item can use the
/// token in its <see cref="WorkSecret"/> instead. <see cref="GetAsync"/> and <see cref="UpdateAsync"/> require an API key;
/// <see cref="ListAsync"/> does not accept one.
/// </remarks>
public class EnvironmentWorkClient
{
    private readonly ResourceApi _api;

    internal EnvironmentWorkClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected EnvironmentWorkClient() => _api = null!;

    /// <summary>Takes the next item from the queue. Acknowledge it immediately; otherwise the service returns it again.</summary>
    /// <remarks>
    /// A failed call is not retried, because a retry would take another item. The item that the failed call may have taken returns to the
    /// queue after <see cref="WorkPollOptions.ReclaimOlderThan"/>. Workers poll again at their own interval.
    /// </remarks>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="options">The wait time and the name of the worker; <see langword="null"/> uses the defaults of the service.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The item with its secret; <see langword="null"/> when there is no work.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WorkItem?> PollAsync(string environmentId, WorkPollOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WorkPollOptions();
        return _api.TakeAsync<WorkItem>($"v1/environments/{environmentId}/work/poll", options.Query(), WorkPollOptions.Header(options), cancellationToken);
    }

    /// <summary>Acknowledges an item for this worker. The call fails when another worker was first; in that case skip the item.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The item, in state <see cref="WorkState.Starting"/>.</returns>
    /// <exception cref="ManagedAgentsException">
    /// The request failed. It is not retried if it may have arrived, because the service would reject the retry as if another worker had
    /// acknowledged the item. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates this case.
    /// </exception>
    public virtual Task<WorkItem> AcknowledgeAsync(string environmentId, string workId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<WorkItem>($"v1/environments/{environmentId}/work/{workId}/ack", null, CallKind.CreateOrSend, cancellationToken);

    /// <summary>Extends the lease of an item. Send a heartbeat at least every half of its time to live.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="options">The expected last heartbeat; <see langword="null"/> extends the lease regardless of which worker holds it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state of the item, and the value to send with the next heartbeat.</returns>
    /// <exception cref="ManagedAgentsApiException">The status is 412: another worker holds the lease. <see cref="WorkLeaseState.From"/> reads the state of the lease.</exception>
    /// <exception cref="ManagedAgentsException">
    /// The request failed. With an expected heartbeat it is not retried if it may have arrived, because the service would treat the first
    /// attempt as the heartbeat of another worker.
    /// </exception>
    public virtual Task<WorkHeartbeat> HeartbeatAsync(string environmentId, string workId, WorkHeartbeatOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WorkHeartbeatOptions();
        var kind = options.ExpectedLastHeartbeat is null ? CallKind.IdempotentWrite : CallKind.CreateOrSend;
        return _api.PostAsync<WorkHeartbeat>($"v1/environments/{environmentId}/work/{workId}/heartbeat", options.Query(), kind, cancellationToken);
    }

    /// <summary>Stops an item.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="request">How to stop the item; <see langword="null"/> lets the worker finish its current work.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The item, in state <see cref="WorkState.Stopping"/> or <see cref="WorkState.Stopped"/>.</returns>
    /// <exception cref="ManagedAgentsApiException">The status is 409: the item is already stopped.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WorkItem> StopAsync(string environmentId, string workId, WorkStopRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.UpdateAsync<WorkStopRequest, WorkItem>($"v1/environments/{environmentId}/work/{workId}/stop", request ?? new WorkStopRequest(), cancellationToken);

    /// <summary>Gets an item, without its secret.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WorkItem> GetAsync(string environmentId, string workId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<WorkItem>($"v1/environments/{environmentId}/work/{workId}", cancellationToken);

    /// <summary>Updates the metadata of an item.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="workId">The id of the item (<c>work_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated item.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WorkItem> UpdateAsync(string environmentId, string workId, WorkUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<WorkUpdateRequest, WorkItem>($"v1/environments/{environmentId}/work/{workId}", request, cancellationToken);
    }

    /// <summary>Lists the work items of an environment.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="options">The page size; <see langword="null"/> uses the default of the service.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The items, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<WorkItem> ListAsync(string environmentId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<WorkItem>($"v1/environments/{environmentId}/work", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Gets the statistics of the queue.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of waiting items and of polling workers.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WorkQueueStats> GetStatsAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<WorkQueueStats>($"v1/environments/{environmentId}/work/stats", cancellationToken);
}
