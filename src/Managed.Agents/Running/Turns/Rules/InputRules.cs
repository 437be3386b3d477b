using System.Collections.Immutable;

namespace Managed.Agents;

/// <summary>Decides when the input of a turn is sent. A session that waits for answers rejects messages, so a message then waits for the answers.</summary>
internal static class InputRules
{
    public static void Opened(TurnStep step, TurnFact.Opened opened)
    {
        step.State = EventRules.ObservePast(step.State, opened.Past) with
        {
            IsOpened = true,
            IsFromEnd = opened.IsCurrent,
            IsPastIncomplete = opened.IsIncomplete,
            UsageBefore = opened.UsageBefore,
        };
        if (step.State.Input != InputStage.Unsent)
        {
            return;
        }

        if (step.Plan.StartsTurn && opened.IsCurrent && step.State.Idle is { StopReason: RequiresAction } && step.State.Calls.Open.Any(entry => CallRules.RunOf(step.Plan, entry) is not null))
        {
            step.State = step.State with { Input = InputStage.Held };
        }
        else
        {
            Send(step);
        }
    }

    /// <summary>Replaces what is known about the session by its open part, which was read to its current end.</summary>
    public static void Reread(TurnStep step, IReadOnlyList<SessionEvent> past)
    {
        var blank = step.State with
        {
            Operation = null,
            WasReread = true,
            IsPastIncomplete = false,
            Calls = CallHistory.Empty(step.Plan.SessionId),
            Idle = null,
            QueuedInputs = ImmutableHashSet.Create<string>(StringComparer.Ordinal),
            WorkflowRuns = ImmutableHashSet.Create<string>(StringComparer.Ordinal),
        };
        var read = EventRules.ObservePast(blank, past);

        // What is answered stays answered, also if the history is behind.
        step.State = read with { Calls = read.Calls.WithAnswersOf(step.State.Calls) };
        if (step.State.Rejection is { } rejection && step.State.Idle is not { StopReason: RequiresAction })
        {
            // The session does not wait for answers, so the rejection is about the input itself.
            step.Fail(rejection);
        }
    }

    public static void Sent(TurnStep step, SendOnceResult result)
    {
        step.State = step.State with { Input = InputStage.Sent, Sent = result, Rejection = null };
        if (result.Outcome == OnceOutcome.Unknown)
        {
            step.Finish(TurnEnding.InputUnknown);
            return;
        }

        var awaited = result.Events.Where(static stored => EventRules.StartsTurn(stored) && stored.Id.Length > 0).Select(static stored => stored.Id);
        var calls = step.Plan.Answers.Aggregate(step.State.Calls, static (calls, answer) => calls.Answer(answer));

        // The status is from before the input: no event was read while it was sent. An interrupt does nothing in an idle session.
        var continues = step.Plan.StartsTurn || step.Plan.Answers.Count > 0 || step.State.Idle is { StopReason: RequiresAction };
        step.State = step.State with
        {
            AwaitedInputs = step.State.AwaitedInputs.Union(awaited),
            Calls = calls,
            Idle = continues ? null : step.State.Idle,
        };
    }

    public static void Rejected(TurnStep step, ManagedAgentsApiException problem)
    {
        step.State = step.State with { Input = InputStage.Held, Rejection = problem, RejectedStatus = step.State.StatusCount };
        if (step.State.IsBehind ? step.State.IsFromEnd : step.State.Idle is not null)
        {
            step.Ask(TurnOperation.ReadAgain, new TurnEffect.ReadAgain());
        }

        // Otherwise the session stopped again before the input arrived, or the feed still delivers why. The next status decides.
    }

    /// <summary>The feed has delivered what happened before. If that leaves something unexplained, the history is read again.</summary>
    public static void CaughtUp(TurnStep step)
    {
        step.State = step.State with { HasReadHistory = true, IsBehind = false };
        if (step.State.IsPastIncomplete || (step.State.Rejection is not null && step.State.RejectedStatus == step.State.StatusCount))
        {
            step.Ask(TurnOperation.ReadAgain, new TurnEffect.ReadAgain());
        }
    }

    /// <summary>Sends held input when the session no longer waits for answers.</summary>
    public static void SendHeld(TurnStep step)
    {
        if (step.State is { Input: InputStage.Held, IsBehind: false, Idle: not { StopReason: RequiresAction } } && step.State.StatusCount != step.State.RejectedStatus)
        {
            Send(step);
        }
    }

    public static void Send(TurnStep step)
    {
        step.State = step.State with { Input = InputStage.Sending };
        step.Require(new TurnEffect.SendInput());
    }
}
