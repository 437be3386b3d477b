using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Runs a turn: gives the facts to the rules one at a time, and performs the effects in order.</summary>
internal sealed class TurnRunner : ITurnSource
{
    private readonly TurnRequests _requests;
    private readonly TurnOptions _options;
    private readonly TurnTokens _tokens;
    private readonly TurnCalls _calls;
    private readonly TurnFeed _feed;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<TurnFact> _facts = Channel.CreateUnbounded<TurnFact>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<TurnEffect> _effects = [];
    private readonly List<ITimer> _timers = [];
    private TurnState _state;
    private Task<bool>? _factAvailable;
    private bool _hasOpened;

    public TurnRunner(SessionsClient sessions, TurnRequest request, TurnOptions options, TimeProvider time, ILogger logger, CancellationToken caller, CancellationToken reader)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _tokens = new TurnTokens(request.SessionId, options.OnCancellation, caller, reader);
        _requests = new TurnRequests(sessions, request, options, time, logger);
        _calls = new TurnCalls(sessions, request.SessionId, options, time, logger, Report);
        _feed = new TurnFeed(sessions.Events, request, options.Follow, Report);
        _state = new TurnState(request.ToPlan(options, _calls));
    }

    public TurnResult? Result { get; private set; }

    public SessionPosition? Position => _feed.Position;

    public async ValueTask<SessionEvent?> NextAsync()
    {
        _feed.Commit();
        try
        {
            if (!_hasOpened)
            {
                _hasOpened = true;
                Apply(await _feed.OpenAsync(_tokens.Token).ConfigureAwait(false));
            }

            while (Result is null)
            {
                if (_effects.TryDequeue(out var effect))
                {
                    if (effect is TurnEffect.Yield { Event: var received })
                    {
                        return received;
                    }

                    await PerformAsync(effect).ConfigureAwait(false);
                }
                else
                {
                    _tokens.Token.ThrowIfCancellationRequested();
                    Apply(await NextFactAsync().ConfigureAwait(false));
                }
            }

            return null;
        }
        catch (Exception cause) when (_tokens.Token.IsCancellationRequested)
        {
            Apply(new TurnFact.Canceled());
            var left = await LeaveAsync().ConfigureAwait(false);
            throw _tokens.ToException(left, cause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _tokens.Dispose();
    }

    private void Report(TurnFact fact) => _facts.Writer.TryWrite(fact);

    private void Apply(TurnFact fact)
    {
        if (fact is TurnFact.Received { Event: var received })
        {
            _calls.Observe(received);
        }

        (_state, var effects) = TurnRules.Apply(_state, fact);
        foreach (var effect in effects)
        {
            _effects.Enqueue(effect);
        }
    }

    // Facts that were reported before an event are processed before it.
    private async ValueTask<TurnFact> NextFactAsync()
    {
        while (true)
        {
            if (_facts.Reader.TryRead(out var reported))
            {
                return reported;
            }

            var moving = _feed.MoveAsync();
            if (!moving.IsCompleted)
            {
                _factAvailable ??= _facts.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
                await Task.WhenAny(moving, _factAvailable).ConfigureAwait(false);
                _factAvailable = _factAvailable.IsCompleted ? null : _factAvailable;
            }

            if (_facts.Reader.TryRead(out reported))
            {
                return reported;
            }

            if (moving.IsCompleted)
            {
                return await _feed.TakeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask PerformAsync(TurnEffect effect)
    {
        var token = _tokens.Token;
        switch (effect)
        {
            case TurnEffect.RunCall { Run: var run }:
                _calls.Run(run);
                break;
            case TurnEffect.CancelRun { Run: var run }:
                _calls.Cancel(run);
                break;
            case TurnEffect.SendAnswer answer:
                _calls.Send(answer.Run, answer.Answer);
                break;
            case TurnEffect.CloseCall { Call: var call }:
                _calls.Close(call);
                break;
            case TurnEffect.StartTimer timer:
                _timers.Add(_time.CreateTimer(static state => ((Action)state!)(), () => Report(new TurnFact.TimerElapsed(timer.Key)), timer.Delay, Timeout.InfiniteTimeSpan));
                break;
            case TurnEffect.Notify { Notice: var notice }:
                Notify(notice);
                break;
            case TurnEffect.Finish finish:
                Result = await FinishAsync(finish).ConfigureAwait(false);
                break;
            case TurnEffect.Fail { Problem: var problem }:
                await CloseAsync().ConfigureAwait(false);
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
                break;
            default:
                // The feed is not read until the request is answered, so no event overtakes it. The connection keeps what arrives.
                Apply(await _requests.PerformAsync(effect, _feed.Start!, token).ConfigureAwait(false));
                break;
        }
    }

    private void Notify(TurnNotice notice)
    {
        // The executor logs that it waits for a claim.
        if (notice is TurnAwaitsSession session)
        {
            _logger.TurnAwaitsSession(_state.Plan.SessionId, session.CallIds.Count, session.Timeout);
        }

        _options.OnNotice?.Invoke(notice);
    }

    private async Task<TurnResult> FinishAsync(TurnEffect.Finish finish)
    {
        await CloseAsync().ConfigureAwait(false);
        var session = await _requests.SessionAtEndAsync(finish.Ending, _tokens.Token).ConfigureAwait(false);
        return TurnResultFactory.Create(_state, finish, _feed.Position!, session, _options, _calls.Sender);
    }

    private async Task CloseAsync()
    {
        foreach (var timer in _timers)
        {
            await timer.DisposeAsync().ConfigureAwait(false);
        }

        _timers.Clear();
        await _calls.DisposeAsync().ConfigureAwait(false);
        await _feed.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<string?> LeaveAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        return await _requests.LeaveAsync().ConfigureAwait(false);
    }
}
