using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <summary>An open event stream: what the session emits from now on, as it happens, over one connection.</summary>
/// <remarks>
/// <para>Nothing from before it opened is on it, and it does not reconnect. Keep-alives are left out; a frame that cannot be read is handed
/// out as <see cref="UnreadableSessionEvent"/> and the stream goes on. It ends by itself after <see cref="SessionStatusTerminatedEvent"/>
/// and <see cref="SessionDeletedEvent"/>; it does not end when the session goes idle.</para>
/// <para>Enumerate it once, on one thread at a time. Leaving the loop closes the connection; so does disposing.</para>
/// </remarks>
public sealed class SessionEventStream : IAsyncEnumerable<SessionEvent>, IAsyncDisposable
{
    private readonly EventStreamConnection? _connection;
    private readonly IAsyncEnumerable<SessionEvent>? _events;
    private readonly string? _threadId;
    private int _isEnumerated;

    /// <summary>Makes a stream of given events, for the tests of code that reads one.</summary>
    /// <param name="events">What the stream gives.</param>
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

    /// <summary>The id under which the service logged the request that opened the stream (<c>req_…</c>).</summary>
    public string? RequestId => _connection?.RequestId;

    /// <summary>The events, as they arrive.</summary>
    /// <param name="cancellationToken">Ends the enumeration; so does the token that the stream was opened with.</param>
    /// <returns>The enumerator. Its <c>MoveNextAsync</c> throws what is listed here.</returns>
    /// <exception cref="InvalidOperationException">The stream has been enumerated before.</exception>
    /// <exception cref="ManagedAgentsStreamDisconnectedException">The connection ended although the session had not come to rest.</exception>
    /// <exception cref="ManagedAgentsStreamErrorException">The service sent an error and ended the stream.</exception>
    /// <exception cref="ManagedAgentsTimeoutException">The stream was silent for longer than <see cref="ManagedAgentsOptions.StreamIdleTimeout"/>.</exception>
    public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
        {
            throw new InvalidOperationException("A stream is enumerated once: what it gave is gone. Open another with StreamAsync, and read the history with ListAsync.");
        }

        return _connection is null
            ? _events!.GetAsyncEnumerator(cancellationToken)
            : new SessionEventEnumerator(_connection, _threadId, cancellationToken);
    }

    /// <summary>Configures how the awaits of <c>await foreach</c> continue.</summary>
    /// <remarks>A member, because the extension methods for enumerables and for disposables have the same name and cannot be told apart.</remarks>
    /// <param name="continueOnCapturedContext">Whether to return to the captured context.</param>
    /// <returns>The events, for <c>await foreach</c>.</returns>
    public ConfiguredCancelableAsyncEnumerable<SessionEvent> ConfigureAwait(bool continueOnCapturedContext) =>
        ((IAsyncEnumerable<SessionEvent>)this).ConfigureAwait(continueOnCapturedContext);

    /// <summary>Closes the connection. An enumeration that is waiting ends.</summary>
    /// <returns>A completed task.</returns>
    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        return default;
    }
}
