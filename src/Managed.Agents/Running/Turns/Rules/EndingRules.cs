using System.Globalization;

namespace Managed.Agents;

/// <summary>Decides whether the turn has ended. If not, something is awaited that reports back: see <see cref="TurnState.WaitsFor"/>.</summary>
internal static class EndingRules
{
    public static void Decide(TurnStep step)
    {
        if (step.State is { IsOpened: false } or { Input: InputStage.Sending } or { Operation: not null })
        {
            return;
        }

        if (step.State.End is { } end)
        {
            step.Finish(end);
            return;
        }

        InputRules.SendHeld(step);
        if (step.State.Input == InputStage.Sending)
        {
            return;
        }

        switch (step.State.Idle)
        {
            case null:
                DecideWithoutStatus(step);
                break;
            case { StopReason: RequiresAction waiting }:
                DecideWaiting(step, waiting.EventIds);
                break;
            case { StopReason: BudgetReached }:
                DecideBudget(step);
                break;
            case { StopReason: RetriesExhausted } when !step.State.HasBegun:
                DecideDiscarded(step);
                break;
            case var idle:
                DecideEnded(step, idle);
                break;
        }
    }

    public static void StatusRead(TurnStep step, SessionStatus status)
    {
        step.State = step.State with { Operation = null };
        if (status == SessionStatus.Terminated)
        {
            step.Finish(TurnEnding.Terminated);
        }
        else if (status == SessionStatus.Idle)
        {
            if (step.State.Idle is null)
            {
                step.Finish(TurnEnding.NotStarted);
            }

            // Nothing will process queued input: the service discarded it.
            step.State = step.State with { QueuedInputs = step.State.QueuedInputs.Clear(), IsIdleReplayed = false };
        }
        else
        {
            // The session is running, and reports its next status.
            step.State = step.State with { Idle = null, StatusCount = step.State.StatusCount + 1 };
        }
    }

    public static void BudgetChecked(TurnStep step, bool hasRoom)
    {
        step.State = step.State with { Operation = null, IsIdleReplayed = false };
        if (hasRoom)
        {
            step.State = step.State with { Idle = null };
        }
    }

    public static void BudgetDecided(TurnStep step, BudgetLimit? limit)
    {
        step.State = step.State with { Operation = null };
        if (limit is null)
        {
            step.Finish(TurnEnding.BudgetReached);
            return;
        }

        // Cleared before the update, because its events can arrive before its response.
        step.State = step.State with { Idle = null };
        step.Require(new TurnEffect.RaiseBudget(limit));
    }

    public static void TimerElapsed(TurnStep step, string key)
    {
        if (key == TimerKey(step.State))
        {
            step.State = step.State with { ElapsedStatus = step.State.StatusCount };
        }
    }

    // Only a resumed turn can have caught up without knowing a status: the session is new, or its history was behind.
    private static void DecideWithoutStatus(TurnStep step)
    {
        if (step.State.IsBehind || step.State.StatusCount > 0 || step.Plan.StartsTurn)
        {
            return;
        }

        if (step.State.WasReread)
        {
            step.Ask(TurnOperation.ReadStatus, new TurnEffect.ReadStatus());
        }
        else
        {
            step.Ask(TurnOperation.ReadAgain, new TurnEffect.ReadAgain());
        }
    }

    private static void DecideWaiting(TurnStep step, IReadOnlyList<string> callIds)
    {
        if (step.State.IsBehind)
        {
            return;
        }

        var work = callIds.Select(id => step.State.Work.GetValueOrDefault(id)).ToList();
        if (work.Exists(static one => one is { Stage: CallStage.Running or CallStage.Answering }))
        {
            return;
        }

        if (step.State.CheckedStatus != step.State.StatusCount && !callIds.All(id => IsAnswered(step.State, id)))
        {
            // A call can be unknown here, and somebody may have answered a moment ago.
            step.State = step.State with { CheckedStatus = step.State.StatusCount };
            step.Ask(TurnOperation.CheckCalls, new TurnEffect.CheckCalls());
            return;
        }

        // After an answer, the session reports another status: running, or idle with the remaining calls.
        var answered = callIds.Where(id => IsAnswered(step.State, id)).ToList();
        if (answered.Count > 0 && step.State.ElapsedStatus != step.State.StatusCount)
        {
            AwaitSession(step, answered);
            return;
        }

        if (step.State.Rejection is { } rejection)
        {
            step.Fail(rejection);
        }
        else if (step.State.Input == InputStage.Held)
        {
            // Nobody here can answer. The service decides about the input.
            InputRules.Send(step);
        }
        else
        {
            step.Finish(TurnEnding.RequiresAction, [.. callIds.Select(id => Pending(step.State, id))]);
        }
    }

    private static bool IsAnswered(TurnState state, string callId) =>
        state.Work.GetValueOrDefault(callId) is { } work
            ? work.Stage is CallStage.Answered or CallStage.AnsweredElsewhere || state.Calls.Find(callId) is { Closing: not null }
            : state.Calls.Find(callId) is { Closing: not null } or { Decision: not null };

    private static void AwaitSession(TurnStep step, List<string> callIds)
    {
        if (step.State.TimedStatus == step.State.StatusCount)
        {
            return;
        }

        // If only the store says that a call was answered, the history would show the answer by now, apart from its delay.
        var isOwn = callIds.Exists(id => step.State.Work.GetValueOrDefault(id) is not { Stage: CallStage.AnsweredElsewhere });
        var timeout = isOwn ? step.Plan.AnswerTimeout : step.Plan.HistoryDelay;
        step.State = step.State with { TimedStatus = step.State.StatusCount };
        step.Require(new TurnEffect.Notify(new TurnAwaitsSession(callIds, timeout)));
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            step.Require(new TurnEffect.StartTimer(TimerKey(step.State), timeout));
        }
    }

    private static PendingAction Pending(TurnState state, string callId)
    {
        var call = state.Calls.Find(callId)?.Call;
        return state.Work.GetValueOrDefault(callId) is { Stage: CallStage.Pending } work
            ? new PendingAction(callId, call, work.Reason, work.Problem)
            : new PendingAction(callId, call, IsAnswered(state, callId) ? PendingReason.AnswerNotReceived : PendingReason.NotOwned);
    }

    private static void DecideBudget(TurnStep step)
    {
        if (step.State.IsBehind)
        {
            return;
        }

        if (step.State.IsIdleReplayed)
        {
            // The budget may have been raised since.
            step.Ask(TurnOperation.CheckBudget, new TurnEffect.CheckBudget());
        }
        else if (step.Plan.CanRaiseBudget)
        {
            step.Ask(TurnOperation.DecideBudget, new TurnEffect.AskForBudget(step.State.Usage ?? step.State.UsageBefore));
        }
        else
        {
            step.Finish(TurnEnding.BudgetReached);
        }
    }

    // The service discards queued input when it stops retrying. A replayed status may be from before the input.
    private static void DecideDiscarded(TurnStep step)
    {
        if (step.State.IsBehind)
        {
            return;
        }

        if (step.State.IsIdleReplayed)
        {
            step.Ask(TurnOperation.ReadStatus, new TurnEffect.ReadStatus());
        }
        else
        {
            step.Finish(TurnEnding.RetriesExhausted);
        }
    }

    private static void DecideEnded(TurnStep step, SessionStatusIdleEvent idle)
    {
        if (!step.State.HasBegun || step.State.WorkflowRuns.Count > 0)
        {
            // An earlier turn ended, or the threads are idle while a workflow run is running.
            if (!step.State.IsBehind)
            {
                step.State = step.State with { Idle = null };
            }

            return;
        }

        // With own input, the first idle status after it is the end. Without, the last one of the history is.
        if (!step.Plan.StartsTurn && step.State is { IsBehind: true } and ({ HasReadHistory: false } or { IsPastIncomplete: true }))
        {
            return;
        }

        if (!step.Plan.StartsTurn && step.State.QueuedInputs.Count > 0 && idle.StopReason is not RetriesExhausted)
        {
            // A queued input starts another turn, unless the service discarded it.
            if (!step.State.IsBehind)
            {
                step.Ask(TurnOperation.ReadStatus, new TurnEffect.ReadStatus());
            }

            return;
        }

        step.Finish(idle.StopReason switch
        {
            EndTurn => step.State.WasInterrupted ? TurnEnding.Interrupted : TurnEnding.Completed,
            Refusal => TurnEnding.Refused,
            RetriesExhausted => TurnEnding.RetriesExhausted,
            _ => TurnEnding.Other,
        });
    }

    private static string TimerKey(TurnState state) => state.StatusCount.ToString(CultureInfo.InvariantCulture);
}
