namespace Managed.Agents;

/// <summary>Something that happened to the connection of a session that is followed. Nothing of it is an event of the session.</summary>
public abstract record SessionFollowNotice
{
    private protected SessionFollowNotice()
    {
    }
}

/// <summary>The stream is open. The history is read next.</summary>
/// <param name="RequestId">The id under which the service logged the request that opened it (<c>req_…</c>).</param>
public sealed record SessionFollowConnected(string? RequestId) : SessionFollowNotice;

/// <summary>The history has been read to its end, and holds all that the new connection has shown: from here on events are live.</summary>
public sealed record SessionFollowCaughtUp : SessionFollowNotice;

/// <summary>The connection is lost, or could not be made, and is made again.</summary>
/// <param name="Reason">What went wrong; null when the service closed a stream on which nothing was going on.</param>
/// <param name="Attempt">The how manieth failure in a row this is, from 1.</param>
/// <param name="Delay">The wait before the next attempt.</param>
public sealed record SessionFollowDisconnected(ManagedAgentsException? Reason, int Attempt, TimeSpan Delay) : SessionFollowNotice;

/// <summary>An event was live, and the history did not show it within <see cref="SessionFollowOptions.HistoryDelay"/>. It is given all the same.</summary>
/// <param name="EventId">The id of the event.</param>
/// <remarks>Should the history lag for longer than that, events from between the connections may be missing.</remarks>
public sealed record SessionFollowHistoryDelayed(string EventId) : SessionFollowNotice;
