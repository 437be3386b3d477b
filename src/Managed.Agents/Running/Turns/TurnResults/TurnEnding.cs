namespace Managed.Agents;

/// <summary>How a turn ended.</summary>
public enum TurnEnding
{
    /// <summary>The session stopped for an unrecognized reason. See <see cref="TurnResult.StopReason"/>.</summary>
    Other,

    /// <summary>The agent finished (<see cref="EndTurn"/>).</summary>
    Completed,

    /// <summary>The turn was interrupted (<see cref="EndTurn"/> after an interrupt).</summary>
    Interrupted,

    /// <summary>The turn is still open and waits for answers that are not given here (<see cref="RequiresAction"/>). See <see cref="TurnResult.PendingActions"/>.</summary>
    RequiresAction,

    /// <summary>The model refused (<see cref="Refusal"/>). See <see cref="TurnResult.StopDetails"/>.</summary>
    Refused,

    /// <summary>The service stopped retrying (<see cref="RetriesExhausted"/>). See <see cref="TurnResult.Error"/>. Queued inputs are discarded.</summary>
    RetriesExhausted,

    /// <summary>The budget is used up (<see cref="BudgetReached"/>). Raise it, then resume the turn.</summary>
    BudgetReached,

    /// <summary>The session ended with an unrecoverable error.</summary>
    Terminated,

    /// <summary>The session was archived.</summary>
    Archived,

    /// <summary>The session was deleted.</summary>
    Deleted,

    /// <summary>There was no turn to resume: the session has not run yet and has no input.</summary>
    NotStarted,

    /// <summary>It is unknown whether the input was received, so the turn was not awaited. See <see cref="TurnResult.Input"/>.</summary>
    InputUnknown,
}
