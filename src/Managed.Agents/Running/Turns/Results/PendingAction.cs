namespace Managed.Agents;

/// <summary>A call that a turn waits for and that nobody here has answered.</summary>
/// <param name="EventId">The id by which it is answered.</param>
/// <param name="Call">The call; null when the history does not have it.</param>
/// <param name="Reason">Why it is open.</param>
/// <param name="Problem">What the service said when its answer was sent; null otherwise.</param>
public sealed record PendingAction(string EventId, ToolCall? Call, PendingReason Reason, ManagedAgentsException? Problem = null);

/// <summary>Why a call is open.</summary>
public enum PendingReason
{
    /// <summary>Nobody here runs the tool or decides about it.</summary>
    NotOwned,

    /// <summary>Whether it may run is decided later.</summary>
    AwaitsApproval,

    /// <summary>Its outcome is unknown, and <see cref="ToolOptions.OnUnknownOutcome"/> chose to leave it open.</summary>
    OutcomeUnknown,

    /// <summary>The service refused the answer.</summary>
    AnswerRefused,
}
