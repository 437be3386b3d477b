namespace Managed.Agents;

/// <summary>Manages the threads of a session: the primary thread and the threads of the agents that it delegates to.</summary>
public class SessionThreadsClient
{
    private readonly ResourceApi _api;

    internal SessionThreadsClient(ResourceApi api)
    {
        _api = api;
        Events = new SessionThreadEventsClient(api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SessionThreadsClient()
    {
        _api = null!;
        Events = null!;
    }

    /// <summary>The events of a thread.</summary>
    public virtual SessionThreadEventsClient Events { get; }

    /// <summary>Gets a thread.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SessionThread> GetAsync(string sessionId, string threadId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<SessionThread>($"v1/sessions/{sessionId}/threads/{threadId}", cancellationToken);

    /// <summary>Lists the threads of a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The list options; <see langword="null"/> lists all threads.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The threads, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionThread> ListAsync(string sessionId, SessionThreadListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionThread>($"v1/sessions/{sessionId}/threads", (options ?? new SessionThreadListOptions()).Query, cancellationToken);

    /// <summary>Archives an idle thread, so that it no longer counts towards the thread limit. The primary thread cannot be archived.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived thread.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SessionThread> ArchiveAsync(string sessionId, string threadId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<SessionThread>($"v1/sessions/{sessionId}/threads/{threadId}/archive", cancellationToken);
}
