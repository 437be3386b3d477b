namespace Managed.Agents;

/// <summary>Reads the history of a session backwards: first to the last idle event, then to the last message before it.</summary>
internal sealed class AnswerSearch
{
    /// <summary>The options for listing the events of the search, newest first.</summary>
    public static SessionEventListOptions Listing { get; } = new()
    {
        Types =
        [
            SessionEventType.SessionStatusIdle, SessionEventType.SessionStatusTerminated, SessionEventType.SessionError, SessionEventType.AgentMessage,
            SessionEventType.UserMessage, SessionEventType.UserDefineOutcome,
        ],
        Order = SortOrder.Descending,
        PageSize = 20,
    };

    private bool _isIdleFound;

    public StopReason? StopReason { get; private set; }

    public AgentMessageEvent? Message { get; private set; }

    public SessionError? Error { get; private set; }

    /// <summary>Processes the next older event.</summary>
    /// <returns>Whether the search has ended.</returns>
    public bool Take(SessionEvent older)
    {
        switch (older)
        {
            case SessionStatusIdleEvent idle when StopReason is null && Message is null:
                StopReason = idle.StopReason;
                _isIdleFound = true;
                return false;

            // A turn that waited for the client continues afterwards. Any other idle event ended an earlier turn.
            case SessionStatusIdleEvent { StopReason: not RequiresAction }:
                return true;
            case SessionStatusTerminatedEvent:
                _isIdleFound = true;
                return false;

            // Events after the idle event belong to a turn that is still running.
            case not null when !_isIdleFound:
                return false;
            case SessionErrorEvent error:
                Error ??= error.Error;
                return false;

            // Messages of other threads are not the answer.
            case AgentMessageEvent { SessionThreadId: null } message:
                Message = message;
                return true;
            default:
                return older is UserMessageEvent or UserDefineOutcomeEvent && older is { ProcessedAt: not null, SessionThreadId: null };
        }
    }
}
