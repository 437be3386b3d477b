namespace Managed.Agents.Tests.Running.Turns.Start;

internal static partial class RecordedHistories
{
    private static IEnumerable<RecordedHistory> Calls() =>
    [
        Named("a turn without calls").Turn(),
        Named("a call, running").Begin().Call("a"),
        Named("a call, waiting").Begin().Span().Call("a").Waiting("a"),
        Named("parallel calls, waiting").Begin().Call("a").Call("b", "lookup").Call("c", "transfer").Call("d").Waiting("a", "b", "c", "d"),
        Named("more parallel calls than run at once").Begin().Times(12, static (history, i) => history.Call($"p{i}", i % 3 == 0 ? "lookup" : "pay")),
        Named("calls of other owners").Begin().Call("a").Call("b", "other").Call("c", "lookup").Waiting("a", "b", "c"),
        Named("only calls of other owners").Begin().Call("a", "other").Waiting("a"),
        Named("calls with approval").Begin().Call("a", "transfer").Call("b", "erase").Call("c", "sign").Waiting("a", "b", "c"),
        Named("calls of the service").Begin().BuiltIn("a", "allow", "web_search").ServiceResult("a").Mcp("b", "allow").McpResult("b").Call("c").Waiting("c"),
        Named("built-in calls that run here").Begin().BuiltIn("a", "allow").BuiltIn("b", "allow").Waiting("a", "b").BuiltInResult("a").Waiting("b"),
        Named("a built-in call that the service denies").Begin().BuiltIn("a", "deny").ServiceResult("a").BuiltIn("b", "deny", "write").Call("c"),
        Named("unrecognized events around calls").Begin().Unrecognized().Call("a").Unrecognized().Waiting("a").Unrecognized(),
    ];

    private static IEnumerable<RecordedHistory> Answers() =>
    [
        Named("a call, answered").Begin().Call("a").Waiting("a").Result("a").Running().Reply().Idle(),
        Named("a call, answered, running").Begin().Call("a").Waiting("a").Result("a").Running(),
        Named("answered before the session waits").Begin().Call("a").Call("b").Result("a").Waiting("b"),
        Named("parallel calls, some answered by others").Begin().Call("a").Call("b").Call("c", "lookup").Waiting("a", "b", "c").Result("b").Waiting("a", "c"),
        Named("answered one by one").Begin().Call("a").Call("b").Call("c").Waiting("a", "b", "c").Result("c").Waiting("a", "b").Result("a").Waiting("b").Result("b").Running().Call("d").Waiting("d"),
        Named("an answer of another client, waiting for the service").Begin().Call("a").Waiting("a").Result("a"),
        Named("rounds of calls").Begin().Call("a").Waiting("a").Result("a").Running().Call("b").Waiting("b").Result("b").Running().Call("c").Call("d", "lookup").Waiting("c", "d"),
        Named("an answer before its call").Begin().Result("a").Call("a").Call("b").Waiting("b"),
    ];
}
