namespace Managed.Agents;

/// <summary>A change of the connection of a feed. Notices are not events of the session.</summary>
public abstract record SessionFollowNotice
{
    private protected SessionFollowNotice()
    {
    }
}

/// <summary>The stream is open. The history is read next.</summary>
/// <param name="RequestId">The id of the request that opened the stream, in the logs of the service (<c>req_…</c>).</param>
public sealed record SessionFollowConnected(string? RequestId) : SessionFollowNotice;

/// <summary>The history was read to its end once. It can be slightly behind the stream, so it is read again before the feed has caught up.</summary>
public sealed record SessionFollowHistoryRead : SessionFollowNotice;

/// <summary>The history was read to its end and contains everything that the new connection delivered. The following events are live.</summary>
public sealed record SessionFollowCaughtUp : SessionFollowNotice;

/// <summary>The connection was lost or could not be opened. The feed will reconnect.</summary>
/// <param name="Reason">The error, or null if the service closed the stream while the session was not running.</param>
/// <param name="Attempt">The number of consecutive failures, starting at 1.</param>
/// <param name="Delay">The delay before the next attempt.</param>
public sealed record SessionFollowDisconnected(ManagedAgentsException? Reason, int Attempt, TimeSpan Delay) : SessionFollowNotice;

/// <summary>The history did not contain a live event within <see cref="SessionFollowOptions.HistoryDelay"/>. The event is delivered anyway.</summary>
/// <param name="EventId">The id of the event.</param>
/// <remarks>If the history is delayed for longer than that, events from the time between the connections may be missing.</remarks>
public sealed record SessionFollowHistoryDelayed(string EventId) : SessionFollowNotice;

/// <summary>The events of a thread are read from now on.</summary>
/// <param name="ThreadId">The id of the thread.</param>
public sealed record SessionFollowThreadOpened(string ThreadId) : SessionFollowNotice;

/// <summary>A thread is not read yet, because <see cref="SessionThreadFollowOptions.MaxOpenThreads"/> threads are open. It is read when one of them ends.</summary>
/// <param name="ThreadId">The id of the thread.</param>
/// <param name="OpenThreads">The number of open threads.</param>
public sealed record SessionFollowThreadWaiting(string ThreadId, int OpenThreads) : SessionFollowNotice;

/// <summary>A thread is not read any longer: it has ended, or its events cannot be read.</summary>
/// <param name="ThreadId">The id of the thread.</param>
/// <param name="Reason">The error, or null if all events of the thread were delivered.</param>
public sealed record SessionFollowThreadEnded(string ThreadId, ManagedAgentsException? Reason) : SessionFollowNotice;
