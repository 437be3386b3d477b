namespace Managed.Agents.Tests.Running.Turns.Start;

internal static partial class RecordedHistories
{
    private static IEnumerable<RecordedHistory> Endings() =>
    [
        Named("an outcome").Outcome().Running().Call("a").Waiting("a").Result("a").Running().Evaluation("needs_revision").Call("b").Waiting("b").Result("b").Running().Evaluation("satisfied").Idle(),
        Named("an outcome with an open call").Outcome().Running().Evaluation("needs_revision").Call("a", "transfer").Waiting("a"),
        Named("the budget is reached").Begin().Call("a").Waiting("a").Result("a").Running().Idle("budget_reached"),
        Named("a call before the budget is reached").Begin().Call("a").Idle("budget_reached"),
        Named("the budget is raised").Begin().Call("a").Result("a").Idle("budget_reached").BudgetRaised().Running().Call("b").Waiting("b"),
        Named("retries are exhausted").Begin().Call("a").Queued("m").Error("exhausted").Idle("retries_exhausted"),
        Named("retries are exhausted, then a new turn").Begin().Call("a").Error("exhausted").Idle("retries_exhausted").Begin().Call("b").Waiting("b"),
        Named("rescheduled").Begin().Error("retrying").Rescheduled().Running().Call("a").Rescheduled(),
        Named("refused").Begin().Call("a").Idle("refusal"),
        Named("an unrecognized stop reason").Begin().Call("a").Waiting("a").Idle("nap"),
        Named("terminated").Begin().Call("a").Waiting("a").Error("terminal").Terminated(),
    ];

    private static IEnumerable<RecordedHistory> Sequences() =>
    [
        Named("turns, then an open call").Turn().Turn().Begin().Call("a").Waiting("a").Result("a").Running().Idle().Begin().Call("b").Call("c", "other").Waiting("b", "c"),
        Named("a queued message starts the next turn").Begin().Queued("m").Call("a").Result("a").Idle().Message("m").Running().Call("b").Waiting("b"),
        Named("a queued message").Begin().Queued("m").Reply().Idle(),
        Named("a processed message before its status").Turn().Message(),
        Named("a message while running").Begin().Call("a").Message().Call("b").Waiting("a", "b"),
        Named("a long turn").Begin().Call("a").Times(40, static (history, _) => history.Span()).Call("b").Waiting("a", "b"),
        Named("a long session").Times(30, static (history, i) => history.Begin().Call($"x{i}").Waiting($"x{i}").Result($"x{i}").Running().Idle()).Begin().Call("a").Waiting("a"),
    ];
}
