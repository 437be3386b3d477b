using System.Net.ServerSentEvents;

namespace Managed.Agents;

/// <summary>Reads the frames of one connection and decides how it ended.</summary>
internal sealed class SessionEventEnumerator : IAsyncEnumerator<SessionEvent>
{
    private readonly EventStreamConnection _connection;
    private readonly string? _threadId;
    private readonly IAsyncEnumerator<SseItem<SessionEvent?>> _frames;
    private SessionEvent? _lastStatus;
    private ManagedAgentsException? _errorFrame;
    private bool _hasWorkSince;
    private bool _isOver;
    private volatile bool _isMoving;

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
        _isMoving = true;
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
                    NoteStatus(received);
                    return true;
                }
            }
        }
        catch (Exception cause) when (cause is not ManagedAgentsException)
        {
            // The service closes after a session is over, and how that reaches us says nothing more.
            return _isOver && !_connection.Body.IsDisposed && !_connection.Body.CancelledBy.IsCancellationRequested ? false : throw Interpret(cause);
        }
        finally
        {
            _isMoving = false;
        }

        return IsAtRest() ? false : throw Broken(null);
    }

    public ValueTask DisposeAsync()
    {
        // A move that still waits ends by itself now; the frames must not be disposed under it.
        var isMoving = _isMoving;
        _connection.Dispose();
        return isMoving ? default : _frames.DisposeAsync();
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

        _errorFrame = ErrorFactory.FromFrame(_connection.Request, ErrorEnvelope.Read(data), _connection.RequestId);
        return null;
    }

    private void NoteStatus(SessionEvent received)
    {
        switch (received)
        {
            case SessionStatusTerminatedEvent or SessionDeletedEvent:
            case SessionThreadStatusTerminatedEvent when IsOwnThread(received):
                _lastStatus = received;
                _isOver = true;
                break;
            case SessionStatusRunningEvent or SessionStatusIdleEvent or SessionStatusRescheduledEvent when _threadId is null:
            case SessionThreadStatusRunningEvent or SessionThreadStatusIdleEvent or SessionThreadStatusRescheduledEvent when IsOwnThread(received):
                _lastStatus = received;
                _hasWorkSince = false;
                break;
            case SessionUsageEvent or SessionUpdatedEvent or UserInterruptEvent:
                break;
            default:
                // A message that was sent, or work: the session is about to run, if it does not already.
                _hasWorkSince = true;
                break;
        }
    }

    private bool IsOwnThread(SessionEvent received) => _threadId is not null && received.SessionThreadId == _threadId;

    // A server that closes after these has said all there was to say. After anything else, or nothing, something may be missing.
    private bool IsAtRest() => _isOver || (!_hasWorkSince
        && _lastStatus is SessionStatusIdleEvent { StopReason: not RequiresAction } or SessionThreadStatusIdleEvent { StopReason: not RequiresAction });

    private Exception Interpret(Exception cause)
    {
        var body = _connection.Body;
        if (body.CancelledBy is { IsCancellationRequested: true } token)
        {
            return new OperationCanceledException(token);
        }

        if (body.IsDisposed)
        {
            return new ObjectDisposedException(nameof(SessionEventStream), "The stream was disposed while, or before, it was read.");
        }

        return body.HasExpired ? ErrorFactory.FromSilence(_connection.Request, body.Limit, _connection.RequestId, cause) : Broken(cause);
    }

    private ManagedAgentsStreamDisconnectedException Broken(Exception? cause) => ErrorFactory.FromBrokenStream(_connection.Request, _lastStatus, _connection.RequestId, cause);
}
