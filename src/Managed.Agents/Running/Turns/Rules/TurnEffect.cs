namespace Managed.Agents;

/// <summary>Something that the rules of a turn require. <see cref="TurnRunner"/> performs effects in order.</summary>
internal abstract record TurnEffect
{
    private TurnEffect()
    {
    }

    /// <summary>Sends the input. Leads to <see cref="TurnFact.InputSent"/>, <see cref="TurnFact.InputRejected"/> or <see cref="TurnFact.Failed"/>.</summary>
    internal sealed record SendInput : TurnEffect;

    /// <summary>Reads the open part of the session again. Leads to <see cref="TurnFact.Reread"/>.</summary>
    internal sealed record ReadAgain : TurnEffect;

    /// <summary>Reads the open part of the session, to compare it with the calls that an idle status names. Leads to <see cref="TurnFact.CallsChecked"/>.</summary>
    internal sealed record CheckCalls : TurnEffect;

    /// <summary>Gets the status of the session. Leads to <see cref="TurnFact.StatusRead"/>.</summary>
    internal sealed record ReadStatus : TurnEffect;

    /// <summary>Asks the approver about a call and runs its function. Leads to <see cref="TurnFact.CallExecuted"/> or <see cref="TurnFact.CallFailed"/>, unless it is canceled.</summary>
    internal sealed record RunCall(CallRun Run) : TurnEffect;

    /// <summary>Cancels a run, because its call no longer needs an answer or is run differently.</summary>
    internal sealed record CancelRun(CallRun Run) : TurnEffect;

    /// <summary>Sends the answer to a call. Leads to <see cref="TurnFact.AnswerSent"/>.</summary>
    internal sealed record SendAnswer(CallRun Run, SessionInput Answer) : TurnEffect;

    /// <summary>Tells the store that the session has the answer to a call.</summary>
    internal sealed record CloseCall(ToolCall Call) : TurnEffect;

    /// <summary>Compares the budget with the usage. Leads to <see cref="TurnFact.BudgetChecked"/>.</summary>
    internal sealed record CheckBudget : TurnEffect;

    /// <summary>Asks the caller for a new budget. Leads to <see cref="TurnFact.BudgetDecided"/>.</summary>
    internal sealed record AskForBudget(SessionUsage? Usage) : TurnEffect;

    /// <summary>Sets a new budget.</summary>
    internal sealed record RaiseBudget(BudgetLimit Limit) : TurnEffect;

    /// <summary>Starts a timer. Leads to <see cref="TurnFact.TimerElapsed"/> with the same key.</summary>
    internal sealed record StartTimer(string Key, TimeSpan Delay) : TurnEffect;

    /// <summary>Tells the caller and the log what the turn waits for.</summary>
    internal sealed record Notify(TurnNotice Notice) : TurnEffect;

    /// <summary>Gives an event to the caller. The following effects are performed when the caller requests the next event.</summary>
    internal sealed record Yield(SessionEvent Event) : TurnEffect;

    /// <summary>Ends the turn with a result.</summary>
    internal sealed record Finish(TurnEnding Ending, IReadOnlyList<PendingAction> Pending) : TurnEffect;

    /// <summary>Ends the turn with an exception.</summary>
    internal sealed record Fail(Exception Problem) : TurnEffect;

    /// <summary>Ends the turn with a cancellation, after the session was treated as <see cref="TurnOptions.OnCancellation"/> says.</summary>
    internal sealed record Leave : TurnEffect;
}
