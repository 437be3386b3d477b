using System.Runtime.ExceptionServices;

namespace Managed.Agents;

/// <summary>Opens the stream, reads the history, merges both by key and continues live. Starts again when the connection is lost.</summary>
/// <remarks>
/// The stream is not read while the history is read; the connection buffers what arrives. The history can be slightly behind the stream.
/// Therefore the first new event of the stream is held until the history contains it. The history then contains all earlier events too.
/// </remarks>
internal sealed partial class SessionEventFollower : FeedEnumerator
{
    private readonly FollowSource _source;
    private readonly SessionFollowOptions _options;
    private readonly DeliveredEvents _delivered;
    private readonly ReconnectPolicy _reconnection;
    private readonly LiveConnection _live = new();
    private readonly HistoryPageSize _pageSize = new();
    private Phase _phase = Phase.Connecting;
    private TimeSpan _reconnectDelay;
    private HistoryReader? _history;
    private HistorySettling? _settling;
    private ManagedAgentsException? _openFailure;
    private string? _currentKey;
    private bool _isFirstReadDeferred;
    private bool _hasEnded;

    // "isFromEnd" means that the position was read while the stream was opened: nothing can be missing before the first live event.
    public SessionEventFollower(
        FollowSource source, SessionFollowOptions options, DeliveredEvents delivered, CancellationToken caller, CancellationToken reader, bool isFromEnd = false)
        : base(source.Id, source.Logger, caller, reader)
    {
        _isFirstReadDeferred = isFromEnd;
        _source = source;
        _options = options;
        _delivered = delivered;
        _reconnection = new ReconnectPolicy(options, source.Time, source.Id);
    }

    private enum Phase
    {
        Connecting,
        ReadingHistory,
        Settling,
        Live,
        Ended,
    }

    /// <summary>Records that the consumer has handled the current event. The position then includes it.</summary>
    public void Commit()
    {
        if (_currentKey is not null)
        {
            _delivered.Add(_currentKey, Current);
            _currentKey = null;
        }
    }

    // Fast path: an event that has already arrived on a live connection.
    protected override bool TryMove()
    {
        Commit();
        return _phase == Phase.Live && _live.TryMove(out var received) && TryDeliver(received);
    }

    protected override async ValueTask<bool> MoveAsync()
    {
        while (_phase != Phase.Ended)
        {
            Token.ThrowIfCancellationRequested();
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

    protected override ValueTask CloseAsync()
    {
        _phase = Phase.Ended;
        return _live.CloseAsync();
    }

    private async ValueTask<bool> ConnectAsync()
    {
        if (_reconnectDelay > TimeSpan.Zero)
        {
            await Task.Delay(_reconnectDelay, _source.Time, Token).ConfigureAwait(false);
        }

        try
        {
            var stream = await _source.OpenAsync(Token).ConfigureAwait(false);
            _live.Open(stream, Token);
            _reconnection.Opened();
            _settling = new HistorySettling(_options.HistoryDelay, _source.Time);
            Notify(new SessionFollowConnected(stream.RequestId));
        }
        catch (ManagedAgentsException failure) when (ConnectionFailures.MayHaveEnded(failure))
        {
            _source.Logger.StreamOpenRejected(_delivered.SessionId, failure.Message);
            _openFailure = failure;
        }
        catch (ManagedAgentsException failure)
        {
            await HandleDisconnectAsync(failure).ConfigureAwait(false);
            return false;
        }

        if (_isFirstReadDeferred && _openFailure is null && !_settling!.IsComplete)
        {
            // The position was read just now, so the history can wait for the first live event, which it must contain.
            _phase = Phase.Settling;
        }
        else
        {
            BeginHistory();
        }

        _isFirstReadDeferred = false;
        return false;
    }

    private async ValueTask<bool> ReadLiveAsync()
    {
        try
        {
            if (await _live.MoveAsync().ConfigureAwait(false))
            {
                return TryDeliver(_live.Current);
            }

            await HandleDisconnectAsync(null).ConfigureAwait(false);
        }
        catch (ManagedAgentsException failure)
        {
            await HandleDisconnectAsync(failure).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Delivers an event of the stream if it is new.</summary>
    private bool TryDeliver(SessionEvent received)
    {
        if (received is UnreadableSessionEvent unreadable)
        {
            return TryDeliverUnreadable(unreadable);
        }

        var key = EventIdentity.KeyOf(received);
        if (key is null ? IsLatePreview(received) : !_delivered.IsNewOnStream(key, received.ProcessedAt))
        {
            return false;
        }

        Deliver(received, key);
        if (IsEnd(received))
        {
            _hasEnded = true;
            _phase = Phase.Ended;
        }

        return true;
    }

    /// <summary>Whether a preview belongs to an event that was already delivered from the history.</summary>
    private bool IsLatePreview(SessionEvent received) => received switch
    {
        EventDeltaEvent delta => _delivered.Contains(delta.EventId),
        EventStartEvent start => _delivered.Contains(start.Event.Id),
        _ => false,
    };

    private void Deliver(SessionEvent received, string? key)
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

    /// <summary>Closes the connection and decides whether to reconnect.</summary>
    private async ValueTask HandleDisconnectAsync(ManagedAgentsException? failure)
    {
        await _live.CloseAsync().ConfigureAwait(false);
        if (_hasEnded)
        {
            if (failure is not null)
            {
                _source.Logger.StreamDisconnectedAfterEnd(_delivered.SessionId, failure.Message);
            }

            _phase = Phase.Ended;
            return;
        }

        if (failure is not null && !ConnectionFailures.IsTransient(failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (_reconnection.Failed((failure as ManagedAgentsApiException)?.RetryAfter) is not { } delay)
        {
            throw failure ?? new ManagedAgentsStreamDisconnectedException("The service closed the stream repeatedly. The session may still be running. Follow it again from the Position of the feed.");
        }

        _reconnectDelay = delay;
        _phase = Phase.Connecting;
        _source.Logger.StreamDisconnected(_delivered.SessionId, _reconnection.Attempt, delay, failure?.Message ?? "the service closed the stream.");
        Notify(new SessionFollowDisconnected(failure, _reconnection.Attempt, delay));
    }

    private void Notify(SessionFollowNotice notice) => _options.OnNotice?.Invoke(notice);
}
