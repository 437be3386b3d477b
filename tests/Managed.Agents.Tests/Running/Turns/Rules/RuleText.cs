using System.Globalization;

namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>Describes states and effects for the table.</summary>
internal static class RuleText
{
    public static string Of(TurnState state) => string.Join(
        ' ',
        new[]
        {
            state.IsFinished ? "finished" : state.IsBehind ? "behind" : "live",
            state.HasReadHistory ? "read" : null,
            state.Input == InputStage.None ? null : $"input:{state.Input}",
            state.HasBegun ? "begun" : null,
            state.Idle is { } idle ? $"idle:{idle.StopReason.Type}{(state.IsIdleReplayed ? "(replayed)" : "")}" : null,
            state.End is { } end ? $"end:{end}" : null,
            state.WasInterrupted ? "interrupted" : null,
            state.QueuedInputs.Count > 0 ? $"queued:{string.Join(',', state.QueuedInputs.Order(StringComparer.Ordinal))}" : null,
            state.Calls.Open.Any() ? $"open:{string.Join(',', state.Calls.Open.Select(static entry => entry.Call!.Id + (entry.Decision is { } decision ? "=" + decision : "")))}" : null,
            state.Work.Count == 0 ? null : $"work:{string.Join(',', state.Work.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"{one.Key}={Of(one.Value)}"))}",
            state.Messages.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"messages:{state.Messages.Count}") : null,
            $"waits:{state.WaitsFor}",
        }.OfType<string>());

    public static string Of(TurnEffect effect) => effect switch
    {
        TurnEffect.RunCall run => $"RunCall({run.Run.Call.Id}{(run.Run.IsConfirmed ? ", confirmed" : "")})",
        TurnEffect.CancelRun run => $"CancelRun({run.Run.Call.Id})",
        TurnEffect.SendAnswer answer => $"SendAnswer({answer.Run.Call.Id}, {answer.Answer.Type})",
        TurnEffect.CloseCall close => $"CloseCall({close.Call.Id})",
        TurnEffect.StartTimer timer => $"StartTimer({timer.Key}, {timer.Delay})",
        TurnEffect.Notify { Notice: TurnAwaitsSession session } => $"Notify(session, {string.Join(',', session.CallIds)}, {session.Timeout})",
        TurnEffect.Notify { Notice: TurnAwaitsClaim claim } => $"Notify(claim, {claim.Call.Id})",
        TurnEffect.Yield received => $"Yield({received.Event.Type})",
        TurnEffect.Finish finish => $"Finish({string.Join(", ", [finish.Ending.ToString(), .. finish.Pending.Select(static action => $"{action.EventId}:{action.Reason}")])})",
        TurnEffect.RaiseBudget raise => $"RaiseBudget({raise.Limit.MaxListCost.Amount})",
        _ => effect.GetType().Name,
    };

    private static string Of(CallWork work) => work.Stage == CallStage.Pending ? work.Reason.ToString() : work.Stage + (work.Run.IsConfirmed ? "(confirmed)" : "");
}
