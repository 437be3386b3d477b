namespace Managed.Agents;

/// <summary>Why a call is pending.</summary>
public enum PendingReason
{
    /// <summary>No function runs the tool here, and no approver decides about it.</summary>
    NotOwned,

    /// <summary>The approval was deferred.</summary>
    AwaitsApproval,

    /// <summary>The outcome is unknown, and <see cref="ToolOptions.OnUnknownOutcome"/> left the call unanswered.</summary>
    OutcomeUnknown,

    /// <summary>The service rejected the answer until <see cref="TurnOptions.AnswerTimeout"/> expired. The result is still in the store.</summary>
    AnswerRefused,

    /// <summary>The answer could not be sent: the service could not be reached in time, or access was denied. The result is still in the store.</summary>
    AnswerNotSent,

    /// <summary>The call was answered, but the session did not continue. It may have lost the answer. Send it again, or interrupt the session.</summary>
    AnswerNotReceived,

    /// <summary>The approver failed, so the call did not run. See <see cref="PendingAction.Problem"/>.</summary>
    ApproverFailed,

    /// <summary>The tool call store failed. The call did not run, or its outcome is unknown to this process. See <see cref="PendingAction.Problem"/>.</summary>
    StoreFailed,
}
