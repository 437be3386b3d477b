namespace Managed.Agents;

/// <summary>The events of a session, from a position on and for as long as the session lives, over as many connections as that takes.</summary>
/// <remarks>
/// <para>Each event comes exactly once relative to the position it began at, in order per thread. An input that was seen while it waited
/// in the queue comes once more, with the same id, when it has been processed. Events without an id are told apart by their content.
/// A frame that cannot be read is given as it came, and what it was is then read from the history.</para>
/// <para>It ends after <see cref="SessionStatusTerminatedEvent"/> or <see cref="SessionDeletedEvent"/> (that of a thread also after its
/// own <see cref="SessionThreadStatusTerminatedEvent"/>), never because the session is idle. Leaving the loop closes the connection.
/// While the consumer is busy nothing is read, so that a slow consumer slows the service down and fills no memory.</para>
/// </remarks>
public sealed class SessionEventFeed : IAsyncEnumerable<SessionEvent>
{
    private readonly Func<DeliveredEvents, CancellationToken, IAsyncEnumerator<SessionEvent>> _open;
    private readonly DeliveredEvents _delivered;
    private int _isEnumerated;

    /// <summary>Makes a feed of given events, for the tests of code that reads one.</summary>
    /// <param name="events">What the feed gives.</param>
    /// <param name="sessionId">The session that the events are from.</param>
    public SessionEventFeed(IAsyncEnumerable<SessionEvent> events, string sessionId)
        : this(new DeliveredEvents(ApiId.Check(sessionId, nameof(sessionId)), threadId: null), (delivered, token) => new GivenEvents(events, delivered, token))
    {
        ArgumentNullException.ThrowIfNull(events);
    }

    internal SessionEventFeed(DeliveredEvents delivered, Func<DeliveredEvents, CancellationToken, IAsyncEnumerator<SessionEvent>> open)
    {
        _delivered = delivered;
        _open = open;
    }

    /// <summary>Behind the last event that the consumer is done with. It moves on when the next event is asked for, not when one is given.</summary>
    /// <remarks>Store it as often as you like: less often means that more comes again after a crash. It may be read from any thread.</remarks>
    public SessionPosition Position
    {
        get
        {
            lock (_delivered)
            {
                return _delivered.ToPosition();
            }
        }
    }

    /// <summary>The events: first what the history holds, then what happens.</summary>
    /// <param name="cancellationToken">Ends the enumeration; so does the token that was passed to <c>FollowAsync</c>.</param>
    /// <returns>The enumerator. Its <c>MoveNextAsync</c> throws what is listed here.</returns>
    /// <exception cref="InvalidOperationException">The feed has been enumerated before.</exception>
    /// <exception cref="ManagedAgentsApiException">The service refuses in a way that no repetition cures, for example 404.</exception>
    /// <exception cref="ManagedAgentsException">Connections failed for longer than <see cref="SessionFollowOptions.ReconnectTimeout"/>; the last failure.</exception>
    public IAsyncEnumerator<SessionEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
        {
            throw new InvalidOperationException("A feed is enumerated once. To go on, pass its Position to another FollowAsync.");
        }

        return _open(_delivered, cancellationToken);
    }
}
