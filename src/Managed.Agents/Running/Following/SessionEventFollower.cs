using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <summary>Opens the stream, reads the history, merges both by identity and goes on live; begins again whenever the connection is lost.</summary>
/// <remarks>
/// The stream is not read while the history is: its connection holds what arrives meanwhile. The history may be a little behind the
/// stream, so after it was read, the first new event of the stream is held until the history shows it: everything before it is there then.
/// </remarks>
internal sealed partial class SessionEventFollower : IAsyncEnumerator<SessionEvent>
{
    private readonly FollowSource _source;
    private readonly SessionFollowOptions _options;
    private readonly DeliveredEvents _delivered;
    private readonly LinkedCancellation _tokens;
    private readonly CancellationToken _token;
    private readonly Reconnection _reconnection;
    private readonly LiveConnection _live = new();
    private Phase _phase = Phase.Connecting;
    private TimeSpan _pause;
    private HistoryReading? _history;
    private SettleClock? _settling;
    private ManagedAgentsException? _refusal;
    private string? _currentKey;
    private bool _isOver;

    public SessionEventFollower(FollowSource source, SessionFollowOptions options, DeliveredEvents delivered, CancellationToken caller, CancellationToken reader)
    {
        _source = source;
        _options = options;
        _delivered = delivered;
        _tokens = new LinkedCancellation(caller, reader);
        _token = _tokens.Token;
        _reconnection = new Reconnection(options, source.Time, source.Id);
    }

    private enum Phase
    {
        Connecting,
        ReadingHistory,
        Settling,
        Live,
        Over,
    }

    public SessionEvent Current { get; private set; } = null!;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_currentKey is not null)
        {
            lock (_delivered)
            {
                _delivered.Add(_currentKey, Current.ProcessedAt);
            }

            _currentKey = null;
        }

        // The way of nearly all events: one that has arrived, on a connection that has settled.
        if (_phase == Phase.Live && _live.TryMove(out var received) && Offer(received))
        {
            return new ValueTask<bool>(true);
        }

        return AdvanceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _phase = Phase.Over;
        if (_history is not null)
        {
            await _history.DisposeAsync().ConfigureAwait(false);
        }

        await _live.CloseAsync().ConfigureAwait(false);
        _tokens.Dispose();
    }

    private async ValueTask<bool> AdvanceAsync()
    {
        try
        {
            while (_phase != Phase.Over)
            {
                _token.ThrowIfCancellationRequested();
                var hasCurrent = _phase switch
                {
                    Phase.Connecting => await ConnectAsync().ConfigureAwait(false),
                    Phase.ReadingHistory => await ReadHistoryAsync().ConfigureAwait(false),
                    Phase.Settling => await SettleAsync().ConfigureAwait(false),
                    _ => await ReadLiveAsync().ConfigureAwait(false),
                };
                if (hasCurrent)
                {
                    return true;
                }
            }

            return false;
        }
        catch (OperationCanceledException cancelled) when (_token.IsCancellationRequested)
        {
            _phase = Phase.Over;
            throw _tokens.Translate(cancelled);
        }
        catch
        {
            _phase = Phase.Over;
            throw;
        }
    }

    private async ValueTask<bool> ConnectAsync()
    {
        if (_pause > TimeSpan.Zero)
        {
            await Task.Delay(_pause, _source.Time, _token).ConfigureAwait(false);
        }

        try
        {
            var stream = await _source.OpenAsync(_token).ConfigureAwait(false);
            _live.Open(stream, _token);
            _reconnection.Opened();
            _settling = new SettleClock(_options.HistoryDelay, _source.Time);
            Tell(new SessionFollowConnected(stream.RequestId));
        }
        catch (ManagedAgentsException failure) when (FailureKind.MayBeOver(failure))
        {
            _refusal = failure;
        }
        catch (ManagedAgentsException failure)
        {
            await LoseAsync(failure).ConfigureAwait(false);
            return false;
        }

        BeginHistory();
        return false;
    }

    private async ValueTask<bool> ReadLiveAsync()
    {
        try
        {
            if (await _live.MoveAsync().ConfigureAwait(false))
            {
                return Offer(_live.Current);
            }

            await LoseAsync(null).ConfigureAwait(false);
        }
        catch (ManagedAgentsException failure)
        {
            await LoseAsync(failure).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Takes an event of the stream if it is new.</summary>
    private bool Offer(SessionEvent received)
    {
        var key = EventIdentity.KeyOf(received);
        if (key is null ? IsLatePreview(received) : !_delivered.IsNewOnStream(key, received.ProcessedAt))
        {
            return false;
        }

        Give(received, key);
        if (IsEnd(received))
        {
            _isOver = true;
            _phase = Phase.Over;
        }
        else if (received is UnreadableSessionEvent)
        {
            // What it was is in the history.
            _settling = new SettleClock(_options.HistoryDelay, _source.Time);
            BeginHistory();
        }

        return true;
    }

    /// <summary>Whether something is previewed that was given already: the history can be ahead of what the connection has yet to bring.</summary>
    private bool IsLatePreview(SessionEvent received) => received switch
    {
        EventDeltaEvent delta => _delivered.Contains(delta.EventId),
        EventStartEvent start => _delivered.Contains(start.Event.Id),
        _ => false,
    };

    private void Give(SessionEvent received, string? key)
    {
        Current = received;
        _currentKey = key;
        _reconnection.Progressed();
    }

    private bool IsEnd(SessionEvent received) => received switch
    {
        SessionStatusTerminatedEvent or SessionDeletedEvent => true,
        SessionThreadStatusTerminatedEvent => _delivered.ThreadId is { } own && received.SessionThreadId == own,
        _ => false,
    };

    /// <summary>Gives the connection up, and decides whether there is to be another.</summary>
    private async ValueTask LoseAsync(ManagedAgentsException? failure)
    {
        await _live.CloseAsync().ConfigureAwait(false);
        if (_isOver)
        {
            _phase = Phase.Over;
            return;
        }

        if (failure is not null && !FailureKind.IsTransient(failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (_reconnection.Failed((failure as ManagedAgentsApiException)?.RetryAfter) is not { } pause)
        {
            throw failure ?? new ManagedAgentsStreamDisconnectedException("The service closed the stream again and again. The session goes on; follow it from the feed's Position.");
        }

        _pause = pause;
        _phase = Phase.Connecting;
        _source.Logger.ConnectionLost(_delivered.SessionId, _reconnection.Attempt, pause, failure?.Message ?? "the service closed the stream.");
        Tell(new SessionFollowDisconnected(failure, _reconnection.Attempt, pause));
    }

    private void Tell(SessionFollowNotice notice) => _options.OnNotice?.Invoke(notice);
}
