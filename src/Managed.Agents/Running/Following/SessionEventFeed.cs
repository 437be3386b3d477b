namespace Managed.Agents;

/// <summary>The events of a session or thread from a position until its end. The feed reconnects automatically.</summary>
/// <remarks>
/// <para>Each event is delivered exactly once relative to the start position, in order per thread. An input that was delivered while it was
/// queued is delivered again, with the same id, when it has been processed. Events without an id are compared by content. An event that
/// cannot be read on the stream is read from the history. If it cannot be read there either, it is delivered once as an
/// <see cref="UnreadableSessionEvent"/>.</para>
/// <para>The feed ends after <see cref="SessionStatusTerminatedEvent"/> or <see cref="SessionDeletedEvent"/> (a feed of a thread also after its
/// own <see cref="SessionThreadStatusTerminatedEvent"/>), but not when the session becomes idle. Leaving the loop closes the
/// connection. Disposing the enumerator while <c>MoveNextAsync</c> is pending ends the pending call with an
/// <see cref="ObjectDisposedException"/>. The feed reads only when the consumer requests an event, so a slow consumer does not fill the memory.</para>
/// <para>With <see cref="SessionFollowOptions.IncludeThreads"/>, the feed also contains the events of the threads of the session.</para>
/// </remarks>
public sealed class SessionEventFeed : IAsyncEnumerable<SessionEvent>
{
    private readonly Func<DeliveredEvents, CancellationToken, IAsyncEnumerator<SessionEvent>> _open;
    private readonly DeliveredEvents _delivered;
    private readonly Func<SessionPosition> _position;
    private int _isEnumerated;

    /// <summary>Initializes a new instance. Intended for tests.</summary>
    /// <param name="events">The events of the feed.</param>
    /// <param name="sessionId">The id of the session of the events.</param>
    public SessionEventFeed(IAsyncEnumerable<SessionEvent> events, string sessionId)
        : this(new DeliveredEvents(ApiId.Check(sessionId, nameof(sessionId)), threadId: null), (delivered, token) => new TestFeedEnumerator(events, delivered, token))
    {
        ArgumentNullException.ThrowIfNull(events);
    }

    internal SessionEventFeed(DeliveredEvents delivered, Func<DeliveredEvents, CancellationToken, IAsyncEnumerator<SessionEvent>> open, Func<SessionPosition>? position = null)
    {
        _delivered = delivered;
        _position = position ?? delivered.ToPosition;
        _open = open;
    }

    /// <summary>The position after the last event that the consumer has handled. It advances when the next event is requested, not when an event is delivered.</summary>
    /// <remarks>Store it regularly. After a crash, the events since the stored position are delivered again. It can be read from any thread.</remarks>
    public SessionPosition Position => _position();

    /// <summary>Returns the events: first those of the history, then live events.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The enumerator. Its <c>MoveNextAsync</c> throws the exceptions that are listed here.</returns>
    /// <exception cref="InvalidOperationException">The feed was already enumerated.</exception>
    /// <exception cref="ManagedAgentsApiException">The service rejected the request with an error that a retry does not resolve, for example 404.</exception>
    /// <exception cref="ManagedAgentsException">Reconnecting failed for longer than <see cref="SessionFollowOptions.ReconnectTimeout"/>. This is the last failure.</exception>
    public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
        {
            throw new InvalidOperationException("The feed was already enumerated. To continue, pass its Position to another FollowAsync.");
        }

        return _open(_delivered, cancellationToken);
    }
}
