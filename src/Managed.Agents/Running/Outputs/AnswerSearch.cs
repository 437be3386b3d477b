namespace Managed.Agents;

/// <summary>Walks the history of a session backwards: to its last rest, and from there to the last message before it.</summary>
internal sealed class AnswerSearch
{
    /// <summary>What has to be listed for it, newest first.</summary>
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

    private bool _isAtRest;

    public StopReason? StopReason { get; private set; }

    public AgentMessageEvent? Message { get; private set; }

    public SessionError? Error { get; private set; }

    /// <summary>Takes the next older event.</summary>
    /// <returns>Whether the search is over.</returns>
    public bool Take(SessionEvent older)
    {
        switch (older)
        {
            case SessionStatusIdleEvent idle when StopReason is null && Message is null:
                StopReason = idle.StopReason;
                _isAtRest = true;
                return false;

            // A turn that waited for its client goes on after it; any other rest ended an earlier turn.
            case SessionStatusIdleEvent { StopReason: not RequiresAction }:
                return true;
            case SessionStatusTerminatedEvent:
                _isAtRest = true;
                return false;

            // What is newer than the rest belongs to a turn that is not over.
            case not null when !_isAtRest:
                return false;
            case SessionErrorEvent error:
                Error ??= error.Error;
                return false;

            // What other threads say is shown here too, and is not the answer.
            case AgentMessageEvent { SessionThreadId: null } message:
                Message = message;
                return true;
            default:
                return older is UserMessageEvent or UserDefineOutcomeEvent && older is { ProcessedAt: not null, SessionThreadId: null };
        }
    }
}
