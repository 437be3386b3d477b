using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Sessions: runs of work by an agent in an environment. A session keeps its conversation and files from turn to turn.</summary>
public class SessionsClient
{
    // Settling often takes a moment only; a session that works on is asked less and less often.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LastPause = TimeSpan.FromSeconds(5);

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

    /// <summary>For mocking.</summary>
    protected SessionsClient()
    {
        _api = null!;
        _time = null!;
        Events = null!;
        Outputs = null!;
        Resources = null!;
        Threads = null!;
    }

    /// <summary>What goes into a session and what comes out of it.</summary>
    public virtual SessionEventsClient Events { get; }

    /// <summary>The files that the agent of a session made.</summary>
    public virtual SessionOutputsClient Outputs { get; }

    /// <summary>The files, repositories and memory stores of a session.</summary>
    public virtual SessionResourcesClient Resources { get; }

    /// <summary>The threads of a session: the primary agent's, and those of the agents it delegates to.</summary>
    public virtual SessionThreadsClient Threads { get; }

    /// <summary>Starts a session. It is idle until it is sent something, unless <see cref="SessionCreateRequest.InitialEvents"/> has work for it.</summary>
    /// <param name="request">Agent, environment and what else the session needs.</param>
    /// <param name="cancellationToken">Ends the call. The session may have been made all the same.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the session may exist.</exception>
    public virtual Task<Session> CreateAsync(SessionCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<SessionCreateRequest, Session>($"v1/sessions", request, cancellationToken);
    }

    /// <summary>Creates a session so that it does not come twice: it is marked in its metadata, and looked for before it is created again.</summary>
    /// <param name="request">Agent, environment and what else the session needs. The metadata must have room for one more pair.</param>
    /// <param name="marker">What marks it: a value of your own that no other create uses, up to 512 characters, or null for a random one. With one that you keep, a create can be looked up after a crash.</param>
    /// <param name="options">How long to wait before looking, and how often to create; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. It may have been made all the same.</param>
    /// <returns>Sent, found, or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata has a marker already.</exception>
    /// <exception cref="ManagedAgentsException">Nothing was created, for certain: the service refused it, or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Session>> CreateOnceAsync(SessionCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mark = marker ?? Guid.NewGuid().ToString("N");
        var marked = request with { Metadata = CreateMarker.AddTo(request.Metadata, mark) };
        return new OnceCreator<Session>(token => CreateAsync(marked, token), () => ListAsync(new SessionListOptions { IncludeArchived = true, PageSize = 100 }, cancellationToken), static made => made.Metadata, _time ?? TimeProvider.System)
            .RunAsync(mark, options ?? new OnceOptions(), cancellationToken);
    }

    /// <summary>Gets a session. Just after an idle event its status may still be "running" for a moment.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Session> GetAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Session>($"v1/sessions/{sessionId}", cancellationToken);

    /// <summary>Runs a turn: follows the session, sends the input, has calls answered by functions, and ends with the turn.</summary>
    /// <remarks>
    /// "Idle" alone is not the end: a turn that waits for its own tools, for a turn before it, or for a workflow run goes on. Nothing is
    /// sent before the turn is enumerated.
    /// </remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="input">What to send; a string is a user message.</param>
    /// <param name="options">Functions, approvals and more; null for none.</param>
    /// <param name="cancellationToken">Cancels the turn; what becomes of the session, <see cref="TurnOptions.OnCancellation"/> says.</param>
    /// <returns>The events of the turn, and behind them its result.</returns>
    public virtual SessionTurn RunStreamingAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return RunStreamingAsync(sessionId, [input], options, cancellationToken);
    }

    /// <summary>Runs a turn with several inputs, such as an interrupt and the message that takes its place. It ends with the turn of the last.</summary>
    /// <remarks><inheritdoc cref="RunStreamingAsync(string, SessionInput, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="inputs">What to send; at least one.</param>
    /// <param name="options">Functions, approvals and more; null for none.</param>
    /// <param name="cancellationToken">Cancels the turn; what becomes of the session, <see cref="TurnOptions.OnCancellation"/> says.</param>
    /// <returns>The events of the turn, and behind them its result.</returns>
    public virtual SessionTurn RunStreamingAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Turn(sessionId, [.. inputs], options, cancellationToken);
    }

    /// <summary>Runs a turn to its end.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="input">What to send; a string is a user message.</param>
    /// <param name="options">Functions, approvals and more; null for none.</param>
    /// <param name="cancellationToken">Cancels the turn; what becomes of the session, <see cref="TurnOptions.OnCancellation"/> says.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ManagedAgentsException">The input was refused, or the service could not be reached for too long.</exception>
    public virtual async Task<TurnResult> RunAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = RunStreamingAsync(sessionId, input, options, cancellationToken);
        await foreach (var _ in turn.ConfigureAwait(false))
        {
            // What it says is in the result.
        }

        return turn.Result;
    }

    /// <summary>Goes on with a turn that is open, without new input: one that was left, that waits for answers, or that another process began.</summary>
    /// <remarks>
    /// Calls that nobody has answered are answered; results that were recorded and not sent are sent, not run again. A session that rests
    /// for another reason ends it at once. Without <see cref="SessionFollowOptions.From"/> what happened before is not given again.
    /// </remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="options">Functions, approvals and more; null for none.</param>
    /// <param name="cancellationToken">Cancels the turn; what becomes of the session, <see cref="TurnOptions.OnCancellation"/> says.</param>
    /// <returns>The events from here on, and behind them the result.</returns>
    public virtual SessionTurn ResumeStreamingAsync(string sessionId, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(sessionId, null, options, cancellationToken);

    /// <summary>Waits until a session has settled: until it neither runs nor is about to. Then it can be archived or deleted.</summary>
    /// <remarks>It asks again and again. To see what happens meanwhile, read the event stream instead.</remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="timeout">The longest wait; null for 1 minute, <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The session as it settled.</returns>
    /// <exception cref="ManagedAgentsTimeoutException">The session had not settled within the limit. It goes on; interrupt it if it should not.</exception>
    /// <exception cref="ManagedAgentsException">A call failed.</exception>
    public virtual async Task<Session> WaitUntilIdleAsync(string sessionId, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var longest = timeout ?? TimeSpan.FromMinutes(1);
        var start = _time.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            var session = await GetAsync(sessionId, cancellationToken).ConfigureAwait(false);
            if (session.Status != SessionStatus.Running && session.Status != SessionStatus.Rescheduling)
            {
                return session;
            }

            var left = longest == Timeout.InfiniteTimeSpan ? LastPause : longest - _time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw new ManagedAgentsTimeoutException(
                    $"The session {sessionId} is still {session.Status} after {longest}. It goes on; wait longer, or interrupt it.", TimeoutKind.Wait, longest);
            }

            await Task.Delay(left < pause ? left : pause, _time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LastPause ? pause * 2 : LastPause;
        }
    }

    /// <summary>Reads what came of the last turn of a session, in one call: from the notice that it came to rest to its answer.</summary>
    /// <remarks>
    /// It gets the session and reads its history backwards, as far as needed. While the session works again, the answer is that of the turn
    /// before. Messages of other threads are left out.
    /// </remarks>
    /// <param name="sessionId">The id (<c>sesn_…</c>), for example <see cref="Webhooks.WebhookEvent.Id"/> of a <see cref="Webhooks.SessionStatusIdledWebhook"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Session, reason and text.</returns>
    /// <exception cref="ManagedAgentsException">A call failed.</exception>
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

    /// <summary>Changes a session: title, metadata, budget, and the agent's tools and MCP servers for this session.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The session after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Session> UpdateAsync(string sessionId, SessionUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<SessionUpdateRequest, Session>($"v1/sessions/{sessionId}", request, cancellationToken);
    }

    /// <summary>Lists sessions, newest first.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The sessions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Session> ListAsync(SessionListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Session>($"v1/sessions", (options ?? new SessionListOptions()).Query, cancellationToken);

    /// <summary>Archives a session, for good: it ends, and its history stays. Not while it is running; interrupt it first.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived session.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Session> ArchiveAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Session>($"v1/sessions/{sessionId}/archive", cancellationToken);

    /// <summary>Deletes a session with its events, its sandbox and the files it made. Not while it is running; interrupt it first.</summary>
    /// <param name="sessionId">The id (<c>sesn_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedSession> DeleteAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedSession>($"v1/sessions/{sessionId}", cancellationToken);

    private SessionTurn Turn(string sessionId, IReadOnlyList<SessionInput>? inputs, TurnOptions? options, CancellationToken cancellationToken)
    {
        ApiId.Check(sessionId, nameof(sessionId));
        options ??= new TurnOptions();
        var used = options.ToolCallStore is null ? options with { ToolCallStore = _api?.ToolCalls } : options;
        return new SessionTurn(token => new TurnRun(
            this, sessionId, inputs, used, _time ?? TimeProvider.System, _api?.Logger ?? NullLogger.Instance, cancellationToken, token));
    }
}
