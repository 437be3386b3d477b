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
            throw Interpret(cause);
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
        if (_threadId is null
            ? received is SessionStatusRunningEvent or SessionStatusIdleEvent or SessionStatusRescheduledEvent or SessionStatusTerminatedEvent or SessionDeletedEvent
            : received is SessionStatusTerminatedEvent or SessionDeletedEvent
                || (received is SessionThreadStatusRunningEvent or SessionThreadStatusIdleEvent or SessionThreadStatusRescheduledEvent or SessionThreadStatusTerminatedEvent
                    && received.SessionThreadId == _threadId))
        {
            _lastStatus = received;
        }
    }

    // A server that closes after these has said all there was to say. After anything else, or nothing, something may be missing.
    private bool IsAtRest() => _lastStatus switch
    {
        SessionStatusTerminatedEvent or SessionDeletedEvent or SessionThreadStatusTerminatedEvent => true,
        SessionStatusIdleEvent { StopReason: not RequiresAction } => true,
        SessionThreadStatusIdleEvent { StopReason: not RequiresAction } => true,
        _ => false,
    };

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

    private ManagedAgentsStreamException Broken(Exception? cause) => ErrorFactory.FromBrokenStream(_connection.Request, _lastStatus, _connection.RequestId, cause);
}
