namespace Managed.Agents;

/// <summary>Decides which calls run here, and how they are answered.</summary>
internal static class CallRules
{
    /// <summary>
    /// Starts the calls that are open now. A call that was read from the history may be closed by a later event, so nothing starts before the
    /// feed has caught up, or while the history is read again.
    /// </summary>
    public static void StartOpenCalls(TurnStep step)
    {
        if (step.State.IsBehind || step.State.Operation == TurnOperation.ReadAgain || step.State.End is not null || ReferenceEquals(step.State.StartedCalls, step.State.Calls))
        {
            return;
        }

        step.State = step.State with { StartedCalls = step.State.Calls };
        foreach (var work in step.State.Work.Values)
        {
            Reconsider(step, work);
        }

        foreach (var entry in step.State.Calls.Open)
        {
            if (!step.State.Work.ContainsKey(entry.Call!.Id) && RunOf(step.Plan, entry) is { } run)
            {
                Start(step, run);
            }
        }
    }

    /// <summary>Returns how an open call is run here, or null if it is left to its owner.</summary>
    public static CallRun? RunOf(TurnPlan plan, CallHistoryEntry entry) => entry switch
    {
        { Closing: not null } or { Call: null } => null,
        { Decision: not null, Call: var call } => plan.Runs(call) ? new CallRun(call, IsConfirmed: true) : null,
        { Call: var call } => plan.Owns(call) ? new CallRun(call) : null,
    };

    /// <summary>Adds what the history says about the calls that the session waits for: unknown ones, and answers whose events have not arrived yet.</summary>
    public static void Checked(TurnStep step, IReadOnlyList<SessionEvent> past)
    {
        step.State = step.State with { Operation = null };
        if (step.State.Idle is not { StopReason: RequiresAction waiting })
        {
            return;
        }

        var now = past.Aggregate(CallHistory.Empty(step.Plan.SessionId), static (calls, stored) => calls.Observe(stored));
        var hasMovedOn = HasMovedOn(past, step.State.Idle);
        step.State = step.State with { Calls = waiting.EventIds.Aggregate(step.State.Calls, (calls, id) => Update(calls, id, now.Find(id), hasMovedOn)) };
    }

    // Several events can have the same time, so a status behind the idle one is recognized by its place if possible.
    private static bool HasMovedOn(IReadOnlyList<SessionEvent> past, SessionStatusIdleEvent idle)
    {
        var statuses = past.Where(static stored => stored is SessionStatusIdleEvent or SessionStatusRunningEvent).ToList();
        var place = statuses.FindIndex(stored => stored.Id == idle.Id);
        return place < 0 ? statuses.Exists(stored => stored.ProcessedAt >= idle.ProcessedAt) : place < statuses.Count - 1;
    }

    // The open part of the session does not contain the calls of a turn that has ended.
    private static CallHistory Update(CallHistory calls, string callId, CallHistoryEntry? entry, bool hasMovedOn)
    {
        if (entry?.Call is not { } call)
        {
            return hasMovedOn ? calls.Answer(new CallAnswer(callId)) : calls;
        }

        calls = calls.Add(call);
        calls = entry.Decision is { } decision ? calls.Answer(new CallAnswer(callId, decision)) : calls;
        return entry.Closing is null ? calls : calls.Answer(new CallAnswer(callId));
    }

    public static void Executed(TurnStep step, CallRun run, ToolExecutionResult result)
    {
        if (!IsCurrent(step, run, CallStage.Running, out var work))
        {
            return;
        }

        work = work with { IsOutcomeUnknown = work.IsOutcomeUnknown || result.IsOutcomeUnknown };
        switch (result)
        {
            case { Input: { } answer }:
                Set(step, work with { Stage = CallStage.Answering });
                step.Require(new TurnEffect.SendAnswer(run, answer));
                break;
            case { Kind: ToolExecutionResultKind.Deferred }:
                Set(step, work with { Stage = CallStage.Pending, Reason = PendingReason.AwaitsApproval });
                break;
            case { Kind: ToolExecutionResultKind.LeftUnanswered }:
                Set(step, work with { Stage = CallStage.Pending, Reason = PendingReason.OutcomeUnknown });
                break;
            case { Kind: ToolExecutionResultKind.AlreadyAnswered }:
                Set(step, work with { Stage = CallStage.AnsweredElsewhere });
                break;
            default:
                Set(step, work with { Stage = CallStage.Pending, Reason = PendingReason.NotOwned });
                break;
        }
    }

    public static void Failed(TurnStep step, CallRun run, PendingReason reason, Exception problem)
    {
        if (IsCurrent(step, run, CallStage.Running, out var work))
        {
            Set(step, work with { Stage = CallStage.Pending, Reason = reason, Problem = problem });
        }
    }

    public static void Answered(TurnStep step, CallRun run, SessionInput answer, AnswerOutcome outcome)
    {
        if (!IsCurrent(step, run, CallStage.Answering, out var work))
        {
            return;
        }

        var given = CallAnswer.Of(answer)!;
        switch (outcome)
        {
            case AnswerOutcome.NotSent failed:
                Set(step, work with { Stage = CallStage.Pending, Reason = failed.IsRefused ? PendingReason.AnswerRefused : PendingReason.AnswerNotSent, Problem = failed.Problem });
                return;
            case AnswerOutcome.Closed { Decision: { } decision } when given.Decision is not null:
                // Somebody else decided first. Their decision counts, as it does for the service.
                step.State = step.State with { Calls = step.State.Calls.Answer(given with { Decision = decision }) };
                break;
            case AnswerOutcome.Closed:
                step.State = step.State with { Calls = step.State.Calls.Answer(new CallAnswer(given.CallId)) };
                break;
            default:
                step.State = step.State with { Calls = step.State.Calls.Answer(given) };
                break;
        }

        if (given.Decision is null)
        {
            step.Require(new TurnEffect.CloseCall(run.Call));
        }

        Continue(step, work, step.State.Calls.Find(run.Call.Id));
    }

    /// <summary>Changes the run of a call that was answered, interrupted or allowed by somebody else.</summary>
    private static void Reconsider(TurnStep step, CallWork work)
    {
        if (work.Stage is not (CallStage.Running or CallStage.Pending) || step.State.Calls.Find(work.Run.Call.Id) is not { } entry)
        {
            return;
        }

        var isOutdated = entry.Closing is not null || (entry.Decision is not null && !work.Run.IsConfirmed);
        if (isOutdated && work.Stage == CallStage.Running)
        {
            step.Require(new TurnEffect.CancelRun(work.Run));
        }

        if (isOutdated)
        {
            Continue(step, work, entry);
        }
    }

    /// <summary>Runs a call that a confirmation allowed, or leaves it to the service.</summary>
    private static void Continue(TurnStep step, CallWork work, CallHistoryEntry? entry)
    {
        if (work.Run.IsConfirmed || entry is not { Decision: not null } || RunOf(step.Plan, entry) is not { } confirmed)
        {
            Set(step, work with { Stage = CallStage.Answered });
        }
        else if (step.State.IsBehind)
        {
            // It may have been interrupted. It is reconsidered when the feed has caught up.
            Set(step, work with { Stage = CallStage.Pending, Reason = PendingReason.NotOwned });
        }
        else
        {
            Set(step, work with { Run = confirmed, Stage = CallStage.Running });
            step.Require(new TurnEffect.RunCall(confirmed));
        }
    }

    private static void Start(TurnStep step, CallRun run)
    {
        Set(step, new CallWork(run) { Order = step.State.Work.Count });
        step.Require(new TurnEffect.RunCall(run));
    }

    private static void Set(TurnStep step, CallWork work) =>
        step.State = step.State with { Work = step.State.Work.SetItem(work.Run.Call.Id, work) };

    // The result of a run that was canceled in the meantime is ignored.
    private static bool IsCurrent(TurnStep step, CallRun run, CallStage stage, out CallWork work)
    {
        work = step.State.Work.GetValueOrDefault(run.Call.Id)!;
        return work is not null && work.Stage == stage && work.Run.IsConfirmed == run.IsConfirmed;
    }
}
