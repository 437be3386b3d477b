using System.Net.ServerSentEvents;

namespace Managed.Agents;

/// <summary>Reads the frames of one connection and determines how the connection ended.</summary>
internal sealed class SessionEventEnumerator : IAsyncEnumerator<SessionEvent>
{
    private readonly EventStreamConnection _connection;
    private readonly string? _threadId;
    private readonly IAsyncEnumerator<SseItem<SessionEvent?>> _frames;
    private SessionEvent? _lastStatus;
    private ManagedAgentsException? _errorFrame;
    private bool _hasActivitySinceStatus;
    private bool _hasEnded;
    private volatile bool _isReading;

    public SessionEventEnumerator(EventStreamConnection connection, string? threadId, CancellationToken cancellationToken)
    {
        _connection = connection;
        _threadId = threadId;
        connection.Body.StopWith(cancellationToken);
        _frames = SseParser.Create<SessionEvent?>(connection.Body, Parse).EnumerateAsync(default).GetAsyncEnumerator(default);
    }

    public SessionEvent Current { get; private set; } = null!;

    public async ValueTask<bool> MoveNextAsync()
    {
        _isReading = true;
        try
        {
            while (await _frames.MoveNextAsync().ConfigureAwait(false))
            {
                if (_errorFrame is { } error)
                {
                    throw error;
                }

                if (_frames.Current.Data is { } received)
                {
                    Current = received;
                    TrackStatus(received);
                    return true;
                }
            }
        }
        catch (Exception cause) when (cause is not ManagedAgentsException)
        {
            // The API closes the connection after the session ended. It does not matter how that close surfaces here.
            return _hasEnded && !_connection.Body.IsDisposed && !_connection.Body.CancelledBy.IsCancellationRequested ? false : throw ToException(cause);
        }
        finally
        {
            _isReading = false;
        }

        return IsCompleteAtClose() ? false : throw BrokenStream(null);
    }

    public ValueTask DisposeAsync()
    {
        // A pending read ends by itself now. The frames must not be disposed while it runs.
        var isReading = _isReading;
        _connection.Dispose();
        return isReading ? default : _frames.DisposeAsync();
    }

    private SessionEvent? Parse(string eventType, ReadOnlySpan<byte> data)
    {
        if (eventType == "ping")
        {
            return null;
        }

        if (eventType != "error")
        {
            var received = SessionEventReader.Read(data);
            if (received is not UnknownSessionEvent { Type: "error" or "ping" } unnamed)
            {
                return received;
            }

            if (unnamed.Type == "ping")
            {
                return null;
            }
        }

        _errorFrame = ErrorFactory.FromErrorFrame(_connection.Request, ErrorEnvelope.Read(data), _connection.RequestId);
        return null;
    }

    private void TrackStatus(SessionEvent received)
    {
        switch (received)
        {
            case SessionStatusTerminatedEvent or SessionDeletedEvent:
            case SessionThreadStatusTerminatedEvent when IsOwnThread(received):
                _lastStatus = received;
                _hasEnded = true;
                break;
            case SessionStatusRunningEvent or SessionStatusIdleEvent or SessionStatusRescheduledEvent when _threadId is null:
            case SessionThreadStatusRunningEvent or SessionThreadStatusIdleEvent or SessionThreadStatusRescheduledEvent when IsOwnThread(received):
                _lastStatus = received;
                _hasActivitySinceStatus = false;
                break;
            case SessionUsageEvent or SessionUpdatedEvent or UserInterruptEvent:
                break;
            default:
                // A sent message or an event of a turn: the session is running or about to run.
                _hasActivitySinceStatus = true;
                break;
        }
    }

    private bool IsOwnThread(SessionEvent received) => _threadId is not null && received.SessionThreadId == _threadId;

    // A close after these events loses nothing. After any other event, or none, events may be missing.
    private bool IsCompleteAtClose() => _hasEnded || (!_hasActivitySinceStatus
        && _lastStatus is SessionStatusIdleEvent { StopReason: not RequiresAction } or SessionThreadStatusIdleEvent { StopReason: not RequiresAction });

    private Exception ToException(Exception cause)
    {
        var body = _connection.Body;
        if (body.CancelledBy is { IsCancellationRequested: true } token)
        {
            return new OperationCanceledException(token);
        }

        if (body.IsDisposed)
        {
            return new ObjectDisposedException(nameof(SessionEventStream), "The stream was disposed before or while it was read.");
        }

        return body.HasExpired ? ErrorFactory.FromIdleTimeout(_connection.Request, body.Limit, _connection.RequestId, cause) : BrokenStream(cause);
    }

    private ManagedAgentsStreamDisconnectedException BrokenStream(Exception? cause) => ErrorFactory.FromDisconnectedStream(_connection.Request, _lastStatus, _connection.RequestId, cause);
}
