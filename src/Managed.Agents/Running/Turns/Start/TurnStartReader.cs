namespace Managed.Agents;

/// <summary>Reads the newest part of the history to find the start of a turn. Usually, this is one page.</summary>
/// <remarks>
/// The open part of a session is everything since the last idle status that ended a turn. No earlier call can be open. The history is read
/// backwards, so the number of requests depends on the length of the last turn and not on the length of the session.
/// </remarks>
internal sealed class TurnStartReader(SessionEventsClient events, string sessionId)
{
    /// <summary>The page size. A page contains the last turn of most sessions and all keys of a position.</summary>
    private const int PageSize = 100;

    /// <summary>The number of events that are read of an idle session, in which nothing can be under way: its last status and what must be known about it.</summary>
    private const int IdlePageSize = TurnStartScan.EventsBefore + 1;

    /// <summary>The number of them that the feed has to recognize. It reads the history from the oldest one on.</summary>
    private const int IdleKeys = 4;

    /// <summary>The current end of the session.</summary>
    public async Task<TurnStart> FindEndAsync(CancellationToken cancellationToken)
    {
        var scan = new TurnStartScan();
        await foreach (var stored in NewestFirst(before: null, IdlePageSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            scan.Add(stored, isBoundary: EndsTurn(stored));
            if (scan.Total == IdlePageSize)
            {
                return scan.IsAtBoundary && scan.HasUsage
                    ? ToEnd(scan, isPartial: true)
                    : await FindOpenEndAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return ToEnd(scan, isPartial: false);
    }

    /// <summary>The current end of a session that may be running.</summary>
    private async Task<TurnStart> FindOpenEndAsync(CancellationToken cancellationToken)
    {
        var scan = new TurnStartScan();
        await foreach (var stored in NewestFirst(before: null).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            scan.Add(stored, isBoundary: EndsTurn(stored));
            if (scan.Count >= DeliveredEvents.Capacity && scan.HasUsage)
            {
                break;
            }
        }

        return ToEnd(scan, isPartial: false);
    }

    /// <summary>The start of the open turn, or of the last one if no turn is open.</summary>
    public async Task<TurnStart> FindTurnAsync(CancellationToken cancellationToken)
    {
        var scan = new TurnStartScan();
        var hasLater = false;
        await foreach (var stored in NewestFirst(before: null).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // The newest idle status is the end of the last turn, unless a status or an input follows.
            scan.Add(stored, isBoundary: EndsTurn(stored) && hasLater);
            hasLater |= IsStatus(stored) || EventRules.StartsTurn(stored);
            if (scan.CountBefore >= DeliveredEvents.Capacity && scan.HasUsageBefore)
            {
                break;
            }
        }

        return new TurnStart(Deliver(scan.Before()), [], scan.UsageBefore());
    }

    /// <summary>A stored position.</summary>
    public async Task<TurnStart> FindAsync(SessionPosition position, CancellationToken cancellationToken)
    {
        var delivered = new DeliveredEvents(position);
        if (position.Recent.Count == 0)
        {
            return new TurnStart(delivered, [], SessionUsage.None) { IsIncomplete = position.Queued.Count > 0 };
        }

        // The history can be behind a position that was taken from the stream, and a part of it that is selected by time has no queued inputs.
        var scan = new TurnStartScan();
        var latest = position.Recent[^1].Key;
        var isIncomplete = true;
        var newest = new DateTimeOffset(position.Recent.Max(static recent => recent.Time), TimeSpan.Zero);
        await foreach (var stored in NewestFirst(newest).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            isIncomplete &= EventIdentity.KeyOf(stored) != latest;
            if (delivered.Includes(stored))
            {
                scan.Add(stored, isBoundary: EndsTurn(stored));
            }

            if (scan.HasUsage)
            {
                break;
            }
        }

        return new TurnStart(delivered, scan.Past(), scan.Usage()) { IsIncomplete = isIncomplete || position.Queued.Count > 0 };
    }

    private static bool EndsTurn(SessionEvent stored) => stored is SessionStatusIdleEvent { StopReason: not RequiresAction };

    private static bool IsStatus(SessionEvent stored) =>
        stored is SessionStatusIdleEvent or SessionStatusRunningEvent or SessionStatusRescheduledEvent or SessionStatusTerminatedEvent;

    private TurnStart ToEnd(TurnStartScan scan, bool isPartial)
    {
        var delivered = Deliver(isPartial ? scan.OldestFirst().TakeLast(IdleKeys) : scan.OldestFirst());
        if (isPartial)
        {
            delivered.AssumeEarlier();
        }

        return new TurnStart(delivered, scan.Past(), scan.Usage())
        {
            IsEnd = true,
            KnownIds = scan.Ids(areQueued: false),
            QueuedIds = scan.Ids(areQueued: true),
        };
    }

    private DeliveredEvents Deliver(IEnumerable<SessionEvent> oldestFirst)
    {
        var delivered = new DeliveredEvents(sessionId, threadId: null);
        foreach (var stored in oldestFirst)
        {
            if (EventIdentity.KeyOf(stored) is { } key)
            {
                delivered.Add(key, stored.ProcessedAt);
            }
        }

        return delivered;
    }

    private IAsyncEnumerable<SessionEvent> NewestFirst(DateTimeOffset? before, int pageSize = PageSize) => HistoryPages.ReadAllAsync(
        events.ListAsync(sessionId, new SessionEventListOptions { Order = SortOrder.Descending, CreatedAtOrBefore = before }),
        new HistoryPageSize(pageSize),
        events.Time,
        events.Logger);
}
