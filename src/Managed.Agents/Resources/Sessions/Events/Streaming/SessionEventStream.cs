using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <summary>An open event stream: the live events of a session or thread over one connection.</summary>
/// <remarks>
/// <para>The stream does not contain earlier events and does not reconnect. Keep-alives are skipped. An event that cannot be read is returned
/// as an <see cref="UnreadableSessionEvent"/>, and the stream continues. The stream ends after a <see cref="SessionStatusTerminatedEvent"/>
/// or a <see cref="SessionDeletedEvent"/>. It does not end when the session becomes idle.</para>
/// <para>Enumerate the stream once, from one thread at a time. Leaving the loop or disposing the stream closes the connection.</para>
/// </remarks>
public sealed class SessionEventStream : IAsyncEnumerable<SessionEvent>, IAsyncDisposable
{
    private readonly EventStreamConnection? _connection;
    private readonly IAsyncEnumerable<SessionEvent>? _events;
    private readonly string? _threadId;
    private int _isEnumerated;

    /// <summary>Initializes a new instance that returns the specified events. Intended for tests.</summary>
    /// <param name="events">The events.</param>
    public SessionEventStream(IAsyncEnumerable<SessionEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _events = events;
    }

    internal SessionEventStream(EventStreamConnection connection, string? threadId)
    {
        _connection = connection;
        _threadId = threadId;
    }

    /// <summary>The id of the request that opened the stream (<c>req_…</c>), for support requests.</summary>
    public string? RequestId => _connection?.RequestId;

    /// <summary>Returns an enumerator over the events as they arrive.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The enumerator. Its <c>MoveNextAsync</c> throws the exceptions listed here.</returns>
    /// <exception cref="InvalidOperationException">The stream has already been enumerated.</exception>
    /// <exception cref="ManagedAgentsStreamDisconnectedException">The connection ended while work was open: the session was not idle, or it waited for the client.</exception>
    /// <exception cref="ManagedAgentsStreamErrorException">The API sent an error and ended the stream.</exception>
    /// <exception cref="ManagedAgentsTimeoutException">No data arrived for longer than <see cref="ManagedAgentsOptions.StreamIdleTimeout"/>.</exception>
    public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
        {
            throw new InvalidOperationException("The stream has already been enumerated, and its events cannot be read again. Open a new stream with StreamAsync and read earlier events with ListAsync.");
        }

        return _connection is null
            ? _events!.GetAsyncEnumerator(cancellationToken)
            : new SessionEventEnumerator(_connection, _threadId, cancellationToken);
    }

    /// <summary>Configures how the awaits of <c>await foreach</c> continue.</summary>
    /// <remarks>
    /// This is an instance method because the compiler cannot choose between the extension methods for enumerables and disposables, which
    /// have the same name.
    /// </remarks>
    /// <param name="continueOnCapturedContext">Whether to return to the captured context.</param>
    /// <returns>The events, for <c>await foreach</c>.</returns>
    public ConfiguredCancelableAsyncEnumerable<SessionEvent> ConfigureAwait(bool continueOnCapturedContext) =>
        ((IAsyncEnumerable<SessionEvent>)this).ConfigureAwait(continueOnCapturedContext);

    /// <summary>Closes the connection. A pending enumeration ends with an <see cref="ObjectDisposedException"/>.</summary>
    /// <returns>A completed task.</returns>
    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        return default;
    }
}
