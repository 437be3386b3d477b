namespace Managed.Agents;

/// <summary>Decides what an event says about the turn.</summary>
internal static class EventRules
{
    public static void Received(TurnStep step, TurnFact.Received received)
    {
        step.State = Collect(Observe(step.State, received.Event, received.IsReplayed), received.Event);
        if (received.IsReplayed)
        {
            step.State = step.State with { IsBehind = true, HasReadHistory = false };
        }

        // Calls start before the caller handles the event. Everything else waits until the caller requests the next event.
        CallRules.StartOpenCalls(step);
        step.Require(new TurnEffect.Yield(received.Event));
    }

    /// <summary>Applies events from before the feed. They do not belong to the result of the turn.</summary>
    public static TurnState ObservePast(TurnState state, IReadOnlyList<SessionEvent> past) =>
        past.Aggregate(state, static (state, stored) => Observe(state, stored, isReplayed: true));

    /// <summary>Whether an input starts a turn when the session processes it.</summary>
    public static bool StartsTurn(SessionEvent stored) => stored is UserMessageEvent or UserDefineOutcomeEvent;

    private static TurnState Observe(TurnState state, SessionEvent received, bool isReplayed)
    {
        state = state with { Calls = state.Calls.Observe(received) };
        if (StartsTurn(received) || state.AwaitedInputs.Contains(received.Id))
        {
            state = ObserveInput(state, received);
        }

        return received switch
        {
            SessionStatusIdleEvent idle => state with { Idle = idle, IsIdleReplayed = isReplayed, StatusCount = state.StatusCount + 1 },
            SessionStatusRunningEvent or SessionStatusRescheduledEvent => state with { Idle = null, StatusCount = state.StatusCount + 1 },
            SessionStatusTerminatedEvent => state with { End = TurnEnding.Terminated, StatusCount = state.StatusCount + 1 },
            SessionDeletedEvent => state with { End = TurnEnding.Deleted },
            UserInterruptEvent { ProcessedAt: not null, SessionThreadId: null } => state with { WasInterrupted = true },
            WorkflowRunCreatedEvent run => state with { WorkflowRuns = state.WorkflowRuns.Add(run.WorkflowRunId) },
            WorkflowRunStatusRunningEvent run => state with { WorkflowRuns = state.WorkflowRuns.Add(run.WorkflowRunId) },
            WorkflowRunStatusIdleEvent run => state with { WorkflowRuns = state.WorkflowRuns.Remove(run.WorkflowRunId) },
            WorkflowRunStatusEndedEvent run => state with { WorkflowRuns = state.WorkflowRuns.Remove(run.WorkflowRunId) },
            _ => state,
        };
    }

    // An idle status before an input ended an earlier turn. The session reports a status when it has begun with the input.
    private static TurnState ObserveInput(TurnState state, SessionEvent received) => received.ProcessedAt is null
        ? state with { QueuedInputs = state.QueuedInputs.Add(received.Id) }
        : state with
        {
            AwaitedInputs = state.AwaitedInputs.Remove(received.Id),
            QueuedInputs = state.QueuedInputs.Remove(received.Id),
            WasInterrupted = false,
            Idle = null,
        };

    private static TurnState Collect(TurnState state, SessionEvent received) => received switch
    {
        SessionUsageEvent usage => state with { Usage = usage.Usage },
        AgentMessageEvent { SessionThreadId: null } message when state.HasBegun => state with { Messages = state.Messages.Add(message) },
        SpanOutcomeEvaluationEndEvent evaluation when state.HasBegun => state with { Evaluations = state.Evaluations.Add(evaluation) },
        SessionErrorEvent { Error: var error } when state.HasBegun || error.RetryStatus is not RetryStatusRetrying => state with { Error = error },
        _ => state,
    };
}
