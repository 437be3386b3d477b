namespace Managed.Agents;

/// <summary>Reads what the history of a session says about one call: newest events first, as far as the call.</summary>
internal sealed class CallHistoryReader(SessionEventsClient events, string sessionId)
{
    /// <summary>The maximum number of events that are read. Few events of these types follow a call that waits.</summary>
    private const int MaxEvents = 2_000;

    private static readonly SessionEventListOptions Listing = new()
    {
        Order = SortOrder.Descending,
        Types =
        [
            SessionEventType.AgentCustomToolUse, SessionEventType.AgentToolUse, SessionEventType.AgentMcpToolUse,
            .. CallAnswer.EventTypes,
            SessionEventType.UserInterrupt,
            SessionEventType.SessionStatusIdle, SessionEventType.SessionStatusTerminated,
            SessionEventType.SessionThreadStatusIdle, SessionEventType.SessionThreadStatusTerminated,
        ],
    };

    /// <exception cref="ManagedAgentsException">The history could not be read.</exception>
    public async Task<CallHistoryEntry> ReadAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var (newestFirst, hasCall) = await ReadBackAsync(call.Id, cancellationToken).ConfigureAwait(false);
        var history = CallHistory.Empty(sessionId).Add(call);
        for (var i = newestFirst.Count - 1; i >= 0; i--)
        {
            // Without the call, it is not known which interrupts and endings came after it. An answer names its call.
            if (hasCall || CallAnswer.Of(newestFirst[i]) is not null)
            {
                history = history.Observe(newestFirst[i]);
            }
        }

        return history.Find(call.Id)!;
    }

    private async Task<(List<SessionEvent> NewestFirst, bool HasCall)> ReadBackAsync(string callId, CancellationToken cancellationToken)
    {
        var read = new List<SessionEvent>();
        var left = MaxEvents;
        var pages = HistoryPages.ReadPagesAsync(events.ListAsync(sessionId, Listing, cancellationToken), new HistoryPageSize(), events.Time, events.Logger, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var older in page.Items)
            {
                read.Add(older);
                if (older.Id == callId)
                {
                    return (read, true);
                }
            }

            left -= Math.Max(page.Items.Count, 1);
            if (left <= 0)
            {
                break;
            }
        }

        return (read, false);
    }
}
