namespace Managed.Agents;

/// <summary>A call that the turn is waiting for and that was not answered here.</summary>
/// <param name="EventId">The id to use in the answer.</param>
/// <param name="Call">The call, or null if the history does not contain it.</param>
/// <param name="Reason">Why the call is pending.</param>
/// <param name="Problem">The error of the service when the answer was sent, or null.</param>
public sealed record PendingAction(string EventId, ToolCall? Call, PendingReason Reason, ManagedAgentsException? Problem = null);

/// <summary>Why a call is pending.</summary>
public enum PendingReason
{
    /// <summary>No function runs the tool here, and no approver decides about it.</summary>
    NotOwned,

    /// <summary>The approval was deferred.</summary>
    AwaitsApproval,

    /// <summary>The outcome is unknown, and <see cref="ToolOptions.OnUnknownOutcome"/> left the call unanswered.</summary>
    OutcomeUnknown,

    /// <summary>The service rejected the answer.</summary>
    AnswerRefused,
}
