namespace Managed.Agents;

/// <summary>The threads of a session: the primary agent's, and those of the agents it delegates to.</summary>
public class SessionThreadsClient
{
    private readonly ResourceApi _api;

    internal SessionThreadsClient(ResourceApi api)
    {
        _api = api;
        Events = new SessionThreadEventsClient(api);
    }

    /// <summary>For mocking.</summary>
    protected SessionThreadsClient()
    {
        _api = null!;
        Events = null!;
    }

    /// <summary>What happens on one thread.</summary>
    public virtual SessionThreadEventsClient Events { get; }

    /// <summary>Gets a thread.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The thread.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SessionThread> GetAsync(string sessionId, string threadId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<SessionThread>($"v1/sessions/{sessionId}/threads/{threadId}", cancellationToken);

    /// <summary>Lists the threads of a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">Which threads; null for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The threads, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionThread> ListAsync(string sessionId, SessionThreadListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionThread>($"v1/sessions/{sessionId}/threads", (options ?? new SessionThreadListOptions()).Query, cancellationToken);

    /// <summary>Archives an idle thread, which frees its place. Never the primary thread.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="threadId">The id of the thread (<c>sthr_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived thread.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SessionThread> ArchiveAsync(string sessionId, string threadId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<SessionThread>($"v1/sessions/{sessionId}/threads/{threadId}/archive", cancellationToken);
}
