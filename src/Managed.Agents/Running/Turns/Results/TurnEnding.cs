namespace Managed.Agents;

/// <summary>How a turn ended.</summary>
public enum TurnEnding
{
    /// <summary>For a reason that this version does not know; <see cref="TurnResult.StopReason"/> has it.</summary>
    Other,

    /// <summary>The agent has finished (<see cref="EndTurn"/>).</summary>
    Completed,

    /// <summary>It was interrupted (<see cref="EndTurn"/> too, behind an interrupt).</summary>
    Interrupted,

    /// <summary>It is still open and waits for answers that nobody here gives (<see cref="RequiresAction"/>); <see cref="TurnResult.PendingActions"/> has them.</summary>
    RequiresAction,

    /// <summary>The model refused (<see cref="Refusal"/>); <see cref="TurnResult.StopDetails"/> says more.</summary>
    Refused,

    /// <summary>The service gave up (<see cref="RetriesExhausted"/>); <see cref="TurnResult.Error"/> says why. What waited in the queue is dropped.</summary>
    RetriesExhausted,

    /// <summary>The budget is used up (<see cref="BudgetReached"/>). Raise it, then resume the turn.</summary>
    BudgetReached,

    /// <summary>The session ended for good, by an error that nothing repairs.</summary>
    Terminated,

    /// <summary>The session was archived.</summary>
    Archived,

    /// <summary>The session was deleted.</summary>
    Deleted,

    /// <summary>Whether the input arrived is not known, and so nothing was waited for; <see cref="TurnResult.Input"/> says what is known.</summary>
    InputUnknown,
}
