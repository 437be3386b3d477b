using System.Net;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Runs one turn: follows the session, sends the input, answers calls, and decides after every event whether the turn has ended.</summary>
internal sealed partial class TurnRun : ITurnSource
{
    private readonly SessionsClient _sessions;
    private readonly string _sessionId;
    private readonly IReadOnlyList<SessionInput>? _inputs;
    private readonly TurnOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _reader;
    private readonly CancellationTokenSource _linked;
    private readonly CancellationToken _token;
    private readonly AgentNames _names;
    private readonly AnswerPost _post;
    private readonly CallDesk _desk;
    private readonly TurnState _state = new();
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SessionEventFeed? _feed;
    private IAsyncEnumerator<SessionEvent>? _events;
    private Task<bool>? _moving;
    private SendOnceResult? _sent;
    private ManagedAgentsException? _refusal;
    private bool _hasOpened;
    private string? _verifiedIdle;

    public TurnRun(
        SessionsClient sessions, string sessionId, IReadOnlyList<SessionInput>? inputs, TurnOptions options, TimeProvider time, ILogger logger,
        CancellationToken caller, CancellationToken reader)
    {
        _sessions = sessions;
        _sessionId = sessionId;
        _inputs = inputs;
        _options = options;
        _time = time;
        _caller = caller;
        _reader = reader;
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, reader);
        _token = _linked.Token;
        _names = new AgentNames(sessions, sessionId);
        _post = new AnswerPost(sessions.Events, sessionId, options.AnswerTimeout, time);
        _desk = new CallDesk(new ToolExecutor(options, time, logger), _post, _names, options, time);
    }

    public TurnResult? Result { get; private set; }

    public SessionPosition? Position => _feed?.Position;

    public async ValueTask<SessionEvent?> NextAsync()
    {
        try
        {
            if (!_hasOpened)
            {
                _hasOpened = true;
                await OpenAsync().ConfigureAwait(false);
            }

            while (Result is null)
            {
                _token.ThrowIfCancellationRequested();

                // Read before the decision, so that a later change ends the following wait.
                var changed = _caughtUp.Task.IsCompleted ? _desk.Changed : Task.WhenAny(_desk.Changed, _caughtUp.Task);
                _desk.ThrowIfFailed();
                if (await JudgeAsync().ConfigureAwait(false) is { } ending)
                {
                    Result = await FinishAsync(ending.Ending, ending.Pending).ConfigureAwait(false);
                    return null;
                }

                if (await ReceiveAsync(changed).ConfigureAwait(false) is { } received)
                {
                    _state.Observe(received);
                    _names.Observe(received);
                    _desk.Observe(received);
                    if (ToolCall.From(_sessionId, received) is { } call)
                    {
                        _desk.Start(call);
                    }

                    return received;
                }
            }

            return null;
        }
        catch (Exception cause) when (_token.IsCancellationRequested)
        {
            await _desk.DisposeAsync().ConfigureAwait(false);
            await new TurnExit(_sessions, _sessionId, _options, _time).RunAsync().ConfigureAwait(false);

            // The caller knows its own tokens, not the linked one.
            throw new OperationCanceledException("The turn was canceled.", cause, _caller.IsCancellationRequested ? _caller : _reader);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync().ConfigureAwait(false);
        await _linked.CancelAsync().ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        _linked.Dispose();
    }

    private async Task OpenAsync()
    {
        var from = _options.Follow.From;
        var position = from ?? await _sessions.Events.GetPositionAsync(_sessionId, _token).ConfigureAwait(false);
        if (from is null)
        {
            _caughtUp.TrySetResult();
        }

        _feed = _sessions.Events.FollowAsync(_sessionId, _options.Follow with { From = position, OnNotice = Notice }, _token);
        _events = _feed.GetAsyncEnumerator(CancellationToken.None);

        // The stream is opened before the input is sent, so that the first previews are received.
        _moving = _events.MoveNextAsync().AsTask();
        if (await Task.WhenAny(_moving, _connected.Task).ConfigureAwait(false) == _moving)
        {
            await _moving.ConfigureAwait(false);
        }

        await (_inputs is null ? LookAsync() : SendAsync()).ConfigureAwait(false);
    }

    private async Task SendAsync()
    {
        var startsTurn = _inputs!.Any(static input => input is UserMessage or UserDefineOutcome);
        try
        {
            _sent = await _sessions.Events.SendOnceAsync(_sessionId, _inputs!, _options.Send, _token).ConfigureAwait(false);
            _refusal = null;
        }
        catch (ManagedAgentsApiException refusal) when (startsTurn && refusal.StatusCode == HttpStatusCode.BadRequest)
        {
            // A session that waits for answers rejects messages. If the answers can be given here, the message is sent afterwards.
            await LookAsync().ConfigureAwait(false);
            if (_state.Idle is not { StopReason: RequiresAction })
            {
                throw;
            }

            _refusal = refusal;
            return;
        }

        _state.Await(_sent.Events);
        if (!startsTurn)
        {
            await LookAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads the state of the session before it was followed.</summary>
    private async Task LookAsync()
    {
        var open = await OpenTurn.FindAsync(_sessions.Events, _sessionId, _token).ConfigureAwait(false);
        if (open.IsOver)
        {
            _state.End ??= TurnEnding.Terminated;
            return;
        }

        foreach (var call in open.Calls)
        {
            _desk.Start(call);
        }

        if (open.Idle is { StopReason: BudgetReached } && await HasBudgetAsync().ConfigureAwait(false))
        {
            return;
        }

        _state.Idle ??= open.Idle;
    }

    /// <summary>Whether the budget of a session that reached it was raised since.</summary>
    private async Task<bool> HasBudgetAsync()
    {
        var session = await _sessions.GetAsync(_sessionId, _token).ConfigureAwait(false);
        return session.Status == SessionStatus.Running
            || session.Budget is null
            || session.Usage.ListCost?.Dollars < session.Budget.MaxListCost.Dollars;
    }

    /// <summary>Returns the next event, or null if the state of a call changed, the feed caught up with the history, or the feed ended.</summary>
    private async Task<SessionEvent?> ReceiveAsync(Task changed)
    {
        _moving ??= _events!.MoveNextAsync().AsTask();
        if (!_moving.IsCompleted && await Task.WhenAny(_moving, changed).ConfigureAwait(false) != _moving)
        {
            return null;
        }

        try
        {
            var hasMoved = await _moving.ConfigureAwait(false);
            _moving = null;
            if (hasMoved)
            {
                return _events!.Current;
            }

            Result = await FinishAsync(_state.End ?? TurnEnding.Terminated, []).ConfigureAwait(false);
        }
        catch (ManagedAgentsApiException gone) when (gone.StatusCode == HttpStatusCode.NotFound && _connected.Task.IsCompleted)
        {
            // The session was deleted while it was followed.
            Result = await FinishAsync(TurnEnding.Deleted, []).ConfigureAwait(false);
        }

        return null;
    }

    private void Notice(SessionFollowNotice notice)
    {
        if (notice is SessionFollowConnected)
        {
            _connected.TrySetResult();
        }
        else if (notice is SessionFollowCaughtUp)
        {
            _caughtUp.TrySetResult();
        }

        _options.Follow.OnNotice?.Invoke(notice);
    }

    private async ValueTask CloseAsync()
    {
        if (_events is not { } events)
        {
            return;
        }

        if (_moving is { } moving)
        {
            // A pending read must end before the enumerator can be disposed.
            await _linked.CancelAsync().ConfigureAwait(false);
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _moving = null;
        }

        _events = null;
        await events.DisposeAsync().ConfigureAwait(false);
    }
}
