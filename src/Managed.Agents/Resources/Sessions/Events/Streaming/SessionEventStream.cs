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

    /// <summary>Configures how awaits inside <c>await foreach</c> and <c>await using</c> continue.</summary>
    /// <param name="continueOnCapturedContext">Whether to return to the captured context.</param>
    /// <returns>The stream, for <c>await foreach</c> or <c>await using</c>.</returns>
    public ConfiguredSessionEventStream ConfigureAwait(bool continueOnCapturedContext) => new(this, continueOnCapturedContext);

    /// <summary>Closes the connection. An enumeration that is waiting ends.</summary>
    /// <returns>A completed task.</returns>
    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        return default;
    }
}

/// <summary>A stream with a decision on where its awaits continue. Both <c>await foreach</c> and <c>await using</c> take it.</summary>
public readonly struct ConfiguredSessionEventStream : IEquatable<ConfiguredSessionEventStream>
{
    private readonly SessionEventStream _stream;
    private readonly bool _continueOnCapturedContext;

    internal ConfiguredSessionEventStream(SessionEventStream stream, bool continueOnCapturedContext)
    {
        _stream = stream;
        _continueOnCapturedContext = continueOnCapturedContext;
    }

    /// <summary>Compares the streams.</summary>
    /// <param name="left">One stream.</param>
    /// <param name="right">The other stream.</param>
    /// <returns>Whether they are the same.</returns>
    public static bool operator ==(ConfiguredSessionEventStream left, ConfiguredSessionEventStream right) => left.Equals(right);

    /// <summary>Compares the streams.</summary>
    /// <param name="left">One stream.</param>
    /// <param name="right">The other stream.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ConfiguredSessionEventStream left, ConfiguredSessionEventStream right) => !left.Equals(right);

    /// <summary>Adds a token that ends the enumeration.</summary>
    /// <param name="cancellationToken">The token.</param>
    /// <returns>The events.</returns>
    public ConfiguredCancelableAsyncEnumerable<SessionEvent> WithCancellation(CancellationToken cancellationToken) =>
        ((IAsyncEnumerable<SessionEvent>)_stream).ConfigureAwait(_continueOnCapturedContext).WithCancellation(cancellationToken);

    /// <summary>The events, as they arrive.</summary>
    /// <returns>The enumerator.</returns>
    public ConfiguredCancelableAsyncEnumerable<SessionEvent>.Enumerator GetAsyncEnumerator() =>
        WithCancellation(default).GetAsyncEnumerator();

    /// <summary>Closes the connection.</summary>
    /// <returns>A completed task.</returns>
    public ConfiguredValueTaskAwaitable DisposeAsync() => _stream.DisposeAsync().ConfigureAwait(_continueOnCapturedContext);

    /// <inheritdoc/>
    public bool Equals(ConfiguredSessionEventStream other) =>
        ReferenceEquals(_stream, other._stream) && _continueOnCapturedContext == other._continueOnCapturedContext;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ConfiguredSessionEventStream other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _stream.GetHashCode();
}
