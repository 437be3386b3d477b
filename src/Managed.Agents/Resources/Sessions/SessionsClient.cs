namespace Managed.Agents;

/// <summary>Creates, runs and manages sessions. A session keeps its conversation and its files between turns.</summary>
public partial class SessionsClient
{
    // The delay between polls doubles, because most sessions become idle quickly.
    private static readonly TimeSpan FirstPollDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan MaxPollDelay = TimeSpan.FromSeconds(5);

    private readonly ResourceApi _api;
    private readonly TimeProvider _time;

    internal SessionsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        _time = connection.Time;
        Events = new SessionEventsClient(_api);
        Outputs = new SessionOutputsClient(new FilesClient(connection, options), connection.Time);
        Resources = new SessionResourcesClient(_api);
        Threads = new SessionThreadsClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SessionsClient()
    {
        _api = null!;
        _time = null!;
        Events = null!;
        Outputs = null!;
        Resources = null!;
        Threads = null!;
    }

    /// <summary>The events of a session.</summary>
    public virtual SessionEventsClient Events { get; }

    /// <summary>The output files of a session.</summary>
    public virtual SessionOutputsClient Outputs { get; }

    /// <summary>The files, repositories and memory stores of a session.</summary>
    public virtual SessionResourcesClient Resources { get; }

    /// <summary>The threads of a session: the primary thread and the threads of the agents that it delegates to.</summary>
    public virtual SessionThreadsClient Threads { get; }

    /// <summary>Creates a session. It is idle until an event is sent, unless <see cref="SessionCreateRequest.InitialEvents"/> is set.</summary>
    /// <remarks>If the operation is canceled, the session may have been created anyway.</remarks>
    /// <param name="request">The agent, the environment and the other settings of the session.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the session may have been created.</exception>
    public virtual Task<Session> CreateAsync(SessionCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<SessionCreateRequest, Session>($"v1/sessions", request, cancellationToken);
    }

    /// <summary>Creates a session and avoids a duplicate: if the response is lost, the session is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the session. If no response is lost, no other request is sent. If the operation is canceled, the
    /// session may have been created.
    /// </remarks>
    /// <param name="request">The agent, the environment and the other settings of the session. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the session after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The session was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Session>> CreateOnceAsync(SessionCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request! with { Metadata = metadata }, token),
            (since, token) => ListAsync(new SessionListOptions { CreatedAtOrAfter = since, IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets a session. Immediately after an idle event, its status can still be "running" for a moment.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Session> GetAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Session>($"v1/sessions/{sessionId}", cancellationToken);

    /// <summary>Waits until a session is neither running nor rescheduling, so that it can be archived or deleted.</summary>
    /// <remarks>Polls the session. To see the events while you wait, read the event stream instead.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="timeout">The maximum time to wait; <see langword="null"/> means 1 minute. <see cref="Timeout.InfiniteTimeSpan"/> waits indefinitely.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The session, as returned by the last poll.</returns>
    /// <exception cref="ManagedAgentsTimeoutException">The session was still running or rescheduling when the time limit elapsed. Interrupt it if it should stop.</exception>
    /// <exception cref="ManagedAgentsException">A request failed.</exception>
    public virtual async Task<Session> WaitUntilIdleAsync(string sessionId, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var longest = timeout ?? TimeSpan.FromMinutes(1);
        var start = _time.GetTimestamp();
        var delays = new Backoff(FirstPollDelay, MaxPollDelay);
        while (true)
        {
            var session = await GetAsync(sessionId, cancellationToken).ConfigureAwait(false);
            if (session.Status != SessionStatus.Running && session.Status != SessionStatus.Rescheduling)
            {
                return session;
            }

            var left = longest == Timeout.InfiniteTimeSpan ? MaxPollDelay : longest - _time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw new ManagedAgentsTimeoutException(
                    $"The session {sessionId} is still {session.Status} after {longest}. Increase the timeout or interrupt the session.", TimeoutKind.Wait, longest);
            }

            var delay = delays.Next();
            await Task.Delay(left < delay ? left : delay, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the result of the last turn of a session: the session, the stop reason and the agent's last message.</summary>
    /// <remarks>
    /// Gets the session and reads its history backwards as far as needed. While a new turn is running, the result is that of the previous
    /// turn. Messages of other threads are ignored. Call it, for example, when a webhook reports that the session is idle.
    /// </remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>), for example <see cref="Webhooks.WebhookEvent.Id"/> of a <see cref="Webhooks.SessionStatusIdledWebhook"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The session, the stop reason and the message.</returns>
    /// <exception cref="ManagedAgentsException">A request failed.</exception>
    public virtual async Task<SessionAnswer> GetAnswerAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        var session = await GetAsync(sessionId, cancellationToken).ConfigureAwait(false);
        var search = new AnswerSearch();
        await foreach (var older in Events.ListAsync(sessionId, AnswerSearch.Listing, cancellationToken).ConfigureAwait(false))
        {
            if (search.Take(older))
            {
                break;
            }
        }

        return new SessionAnswer { Session = session, StopReason = search.StopReason, Message = search.Message, Error = search.Error };
    }

    /// <summary>Updates a session: its title, metadata, budget, and the agent's tools and MCP servers in this session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated session.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Session> UpdateAsync(string sessionId, SessionUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<SessionUpdateRequest, Session>($"v1/sessions/{sessionId}", request, cancellationToken);
    }

    /// <summary>Lists sessions, newest first.</summary>
    /// <param name="options">The list options; <see langword="null"/> lists all sessions that are not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The sessions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Session> ListAsync(SessionListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Session>($"v1/sessions", (options ?? new SessionListOptions()).Query, cancellationToken);

    /// <summary>Permanently archives a session. The session ends and its history is kept. A running session must be interrupted first.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived session.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Session> ArchiveAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Session>($"v1/sessions/{sessionId}/archive", cancellationToken);

    /// <summary>Deletes a session with its events, its sandbox and its output files. A running session must be interrupted first.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted session.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/sessions/{sessionId}", cancellationToken);
}
