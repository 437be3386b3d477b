namespace Managed.Agents;

/// <summary>How a session is followed.</summary>
public sealed record SessionFollowOptions
{
    /// <summary>Where to go on: a position that was stored, or that of <c>GetPositionAsync</c>.</summary>
    /// <value>Default: null, the beginning of the history.</value>
    public SessionPosition? From { get; init; }

    /// <summary>Which events are previewed while they grow, by <see cref="EventStartEvent"/> and <see cref="EventDeltaEvent"/>; empty for none.</summary>
    /// <remarks>Previews are never stored: those that a lost connection carried do not come again, but the finished events do.</remarks>
    public IReadOnlyList<EventDeltaType> EventDeltas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>
    /// How long an event may be on the stream and not yet in the history. After each connection, what is live is held until the history
    /// shows it, for this long at most, so that nothing between the old connection and the new one is passed over.
    /// </summary>
    /// <value>Default: 5 seconds. Zero trusts the first reading of the history.</value>
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

    /// <summary>How long connections may fail, one after the other, before the last failure is thrown. An event, or a connection that holds for 10 seconds, begins the count anew.</summary>
    /// <value>Default: 10 minutes. <see cref="Timeout.InfiniteTimeSpan"/> to try for ever; zero to throw the first failure.</value>
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

    /// <summary>Told of every change of the connection, in order with the events and on the thread that asks for the next one. What it throws ends the enumeration.</summary>
    /// <value>Default: none. Lost connections are logged in any case.</value>
    public Action<SessionFollowNotice>? OnNotice { get; init; }

    /// <summary>How each stream is opened; null without previews.</summary>
    internal SessionEventStreamOptions? StreamOptions => EventDeltas.Count == 0 ? null : new SessionEventStreamOptions { EventDeltas = EventDeltas };
}
