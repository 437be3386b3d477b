namespace Managed.Agents;

/// <summary>The state of a possibly open turn, read from the history: the unanswered calls, and whether the session is idle.</summary>
/// <param name="Idle">The last idle event, or null if the session is running or has queued input.</param>
/// <param name="Calls">The unanswered calls, oldest first.</param>
/// <param name="IsOver">Whether the session has been terminated.</param>
internal sealed record OpenTurn(SessionStatusIdleEvent? Idle, IReadOnlyList<ToolCall> Calls, bool IsOver = false)
{
    private static readonly SessionEventType[] Kinds =
    [
        SessionEventType.AgentCustomToolUse, SessionEventType.AgentToolUse, SessionEventType.AgentMcpToolUse, SessionEventType.UserCustomToolResult,
        SessionEventType.UserToolResult, SessionEventType.UserToolConfirmation, SessionEventType.AgentToolResult, SessionEventType.AgentMcpToolResult,
        SessionEventType.UserMessage, SessionEventType.UserDefineOutcome, SessionEventType.SessionStatusRunning, SessionEventType.SessionStatusIdle,
        SessionEventType.SessionStatusRescheduled, SessionEventType.SessionStatusTerminated,
    ];

    /// <summary>Reads the history backwards to the end of the previous turn. No earlier call can be open.</summary>
    public static async Task<OpenTurn> FindAsync(SessionEventsClient events, string sessionId, CancellationToken cancellationToken)
    {
        SessionEvent? last = null;
        var hasQueued = false;
        var answered = new HashSet<string>(StringComparer.Ordinal);
        var calls = new List<ToolCall>();
        await foreach (var stored in events.ListAsync(sessionId, new SessionEventListOptions { Types = Kinds, Order = SortOrder.Descending, PageSize = 250 }, cancellationToken).ConfigureAwait(false))
        {
            switch (stored)
            {
                case SessionStatusTerminatedEvent:
                    return new OpenTurn(null, [], IsOver: true);
                case SessionStatusIdleEvent or SessionStatusRunningEvent or SessionStatusRescheduledEvent:
                    last ??= stored;
                    if (stored is SessionStatusIdleEvent { StopReason: not RequiresAction })
                    {
                        return Make();
                    }

                    break;
                case UserMessageEvent or UserDefineOutcomeEvent:
                    hasQueued |= stored.ProcessedAt is null || last is null;
                    break;
                case UserToolConfirmationEvent { ToolUseId: var id }:
                    answered.Add("?" + id);
                    break;
                default:
                    if (AnswerPost.CallAnsweredBy(stored) is { } callId)
                    {
                        answered.Add(callId);
                    }
                    else if (ToolCall.From(sessionId, stored) is { } call && !answered.Contains(call.Id) && !(call.AsksForConfirmation && answered.Contains("?" + call.Id)))
                    {
                        calls.Add(call);
                    }

                    break;
            }
        }

        return Make();

        OpenTurn Make()
        {
            calls.Reverse();
            return new OpenTurn(hasQueued ? null : last as SessionStatusIdleEvent, calls);
        }
    }

    /// <summary>Returns the calls with these ids from the whole history.</summary>
    public static async Task<IReadOnlyList<ToolCall>> CallsAsync(SessionEventsClient events, string sessionId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var calls = new List<ToolCall>();
        await foreach (var stored in events.ListAsync(sessionId, new SessionEventListOptions { Types = Kinds[..3], Order = SortOrder.Descending, PageSize = 250 }, cancellationToken).ConfigureAwait(false))
        {
            if (ids.Contains(stored.Id) && ToolCall.From(sessionId, stored) is { } call)
            {
                calls.Add(call);
                if (calls.Count == ids.Count)
                {
                    break;
                }
            }
        }

        return calls;
    }
}
