namespace Managed.Agents;

/// <summary>Options for following a session or a thread.</summary>
public sealed record SessionFollowOptions
{
    /// <summary>The position to start from: a stored position, or the one that <c>GetPositionAsync</c> returns.</summary>
    /// <value>Default: null, which starts at the beginning of the history.</value>
    public SessionPosition? From { get; init; }

    /// <summary>The event types that are previewed with <see cref="EventStartEvent"/> and <see cref="EventDeltaEvent"/> while they are generated. Default: none.</summary>
    /// <remarks>Previews are not stored. Previews that were lost with a connection are not sent again, but the final events are.</remarks>
    public IReadOnlyList<EventDeltaType> EventDeltas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>
    /// The longest delay between an event on the stream and its appearance in the history. After each connect, the first live event is held
    /// until the history contains it, but not longer than this, so that no event between two connections is missed.
    /// </summary>
    /// <value>Default: 5 seconds. Zero reads the history only once.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan HistoryDelay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>How long reconnecting may fail before the last failure is thrown. An event, or a connection that lasts 10 seconds, resets the time.</summary>
    /// <value>Default: 10 minutes. <see cref="Timeout.InfiniteTimeSpan"/> to try indefinitely. Zero to throw the first failure.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite.</exception>
    public TimeSpan ReconnectTimeout
    {
        get;
        init
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            }

            field = value;
        }
    } = TimeSpan.FromMinutes(10);

    /// <summary>A callback for every change of the connection. It runs in order with the events, on the thread that requests the next event. An exception that it throws ends the enumeration.</summary>
    /// <value>Default: none. Disconnects are always logged.</value>
    public Action<SessionFollowNotice>? OnNotice { get; init; }

    /// <summary>Includes the events of the session's threads in the feed of a session, for reading. Turns use the primary stream alone.</summary>
    /// <value>Default: null, which delivers only the primary view. Cannot be used to follow one thread.</value>
    /// <remarks>
    /// <para>A thread is read from the moment when its <see cref="SessionThreadCreatedEvent"/> is delivered until it ends. The
    /// <see cref="SessionEvent.SessionThreadId"/> of its events is set. The order is kept within each thread, but not between threads. An
    /// event that both the session and a thread show is delivered once. The last event of the session is delivered after those of its
    /// threads.</para>
    /// <para>The position contains each thread that has not ended, and grows by up to 3 kB per thread. The history of a thread cannot be
    /// filtered by time: a feed that continues from a position, and each new connection to a thread, reads the history of each open thread
    /// from the beginning, and delivers only the new events. If the position comes from a feed without threads, the events of threads after
    /// its time are delivered.</para>
    /// </remarks>
    public SessionThreadFollowOptions? IncludeThreads { get; init; }

    /// <summary>The options to open each stream, or null without previews.</summary>
    internal SessionEventStreamOptions? StreamOptions => EventDeltas.Count == 0 ? null : new SessionEventStreamOptions { EventDeltas = EventDeltas };
}
