namespace Managed.Agents;

/// <summary>The rules of a turn, as a pure function: what a fact changes, and what must be done about it.</summary>
/// <remarks>
/// <see cref="InputRules"/> decide when the input is sent, <see cref="EventRules"/> what an event means, <see cref="CallRules"/> which calls
/// run and how they are answered, and <see cref="EndingRules"/> when the turn ends or what it waits for.
/// </remarks>
internal static class TurnRules
{
    public static (TurnState State, IReadOnlyList<TurnEffect> Effects) Apply(TurnState state, TurnFact fact)
    {
        if (state.IsFinished)
        {
            return (state, []);
        }

        var step = new TurnStep(state);
        Apply(step, fact);
        return (step.State, step.Effects);
    }

    private static void Apply(TurnStep step, TurnFact fact)
    {
        switch (fact)
        {
            case TurnFact.Canceled:
                step.State = step.State with { IsFinished = true };
                step.Require(new TurnEffect.Leave());
                return;
            case TurnFact.Failed failed:
                step.Fail(failed.Problem);
                return;
            case TurnFact.Opened opened:
                InputRules.Opened(step, opened);
                break;
            case TurnFact.Reread reread:
                InputRules.Reread(step, reread.Past);
                break;
            case TurnFact.InputSent sent:
                InputRules.Sent(step, sent.Result);
                break;
            case TurnFact.InputRejected rejected:
                InputRules.Rejected(step, rejected.Problem);
                break;
            case TurnFact.Received received:
                EventRules.Received(step, received);
                break;
            case TurnFact.HistoryRead:
                step.State = step.State with { HasReadHistory = true };
                break;
            case TurnFact.CaughtUp:
                InputRules.CaughtUp(step);
                break;
            case TurnFact.FeedEnded ended:
                step.State = step.State with { End = ended.IsDeleted ? TurnEnding.Deleted : step.State.End ?? TurnEnding.Terminated };
                break;
            case TurnFact.CallsChecked check:
                CallRules.Checked(step, check.Past);
                break;
            case TurnFact.CallExecuted executed:
                CallRules.Executed(step, executed.Run, executed.Result);
                break;
            case TurnFact.CallFailed failed:
                CallRules.Failed(step, failed.Run, failed.Reason, failed.Problem);
                break;
            case TurnFact.CallClaimedElsewhere claimed:
                step.Require(new TurnEffect.Notify(new TurnAwaitsClaim(claimed.Run.Call, claimed.Until)));
                break;
            case TurnFact.AnswerSent answered:
                CallRules.Answered(step, answered.Run, answered.Answer, answered.Outcome);
                break;
            case TurnFact.BudgetChecked budget:
                EndingRules.BudgetChecked(step, budget.HasRoom);
                break;
            case TurnFact.BudgetDecided budget:
                EndingRules.BudgetDecided(step, budget.Limit);
                break;
            case TurnFact.StatusRead read:
                EndingRules.StatusRead(step, read.Status);
                break;
            case TurnFact.TimerElapsed timer:
                EndingRules.TimerElapsed(step, timer.Key);
                break;
        }

        if (!step.State.IsFinished)
        {
            CallRules.StartOpenCalls(step);
            EndingRules.Decide(step);
        }
    }
}
