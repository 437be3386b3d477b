namespace Managed.Agents;

/// <summary>Creates feeds and positions for sessions and threads.</summary>
internal static class Following
{
    public static SessionEventFeed Feed(
        FollowSource source, SessionFollowOptions? options, string sessionId, string? threadId, CancellationToken cancellationToken, ThreadSources? threads = null)
    {
        options ??= new SessionFollowOptions();
        if (options.IncludeThreads is not null && threads is null)
        {
            throw new ArgumentException("SessionFollowOptions.IncludeThreads applies to a session. It cannot be used to follow one thread.", nameof(options));
        }

        if (options.From is { } from && (from.SessionId != sessionId || from.ThreadId != threadId))
        {
            throw new ArgumentException(
                $"The position belongs to {Name(from.SessionId, from.ThreadId)} and cannot be used for {Name(sessionId, threadId)}. Store one position for each session and each thread.",
                nameof(options));
        }

        var start = options.From is null ? new DeliveredEvents(sessionId, threadId) : new DeliveredEvents(options.From);
        if (options.IncludeThreads is not null)
        {
            var position = new ThreadedPosition(start, options.From);
            return new SessionEventFeed(
                start,
                (delivered, reader) => new ThreadedFollower(source, threads!, options, delivered, position, cancellationToken, reader),
                position.ToPosition);
        }

        return new SessionEventFeed(
            start,
            (delivered, reader) => new SessionEventFollower(source, options, delivered, cancellationToken, reader));
    }

    /// <summary>Returns the position after the last event of a history.</summary>
    public static async Task<SessionPosition> EndOfAsync(
        IAsyncEnumerable<SessionEvent> history, bool isNewestFirst, DeliveredEvents delivered, CancellationToken cancellationToken)
    {
        var last = new Queue<(string Key, SessionEvent Event)>();
        var processed = 0;
        await foreach (var stored in history.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (EventIdentity.KeyOf(stored) is not { } key)
            {
                continue;
            }

            last.Enqueue((key, stored));
            processed += stored.ProcessedAt is null ? 0 : 1;
            if (isNewestFirst && processed == DeliveredEvents.Capacity)
            {
                break;
            }

            if (!isNewestFirst && last.Count > 2 * DeliveredEvents.Capacity)
            {
                last.Dequeue();
            }
        }

        foreach (var (key, stored) in isNewestFirst ? last.Reverse() : last)
        {
            delivered.Add(key, stored);
        }

        return delivered.ToPosition();
    }

    private static string Name(string sessionId, string? threadId) =>
        threadId is null ? $"the session '{ApiId.ForDisplay(sessionId)}'" : $"the thread '{ApiId.ForDisplay(threadId)}' of the session '{ApiId.ForDisplay(sessionId)}'";
}
