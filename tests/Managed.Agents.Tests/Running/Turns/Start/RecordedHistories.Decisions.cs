namespace Managed.Agents.Tests.Running.Turns.Start;

internal static partial class RecordedHistories
{
    private static IEnumerable<RecordedHistory> Confirmations() =>
    [
        Named("a decision is awaited").Begin().BuiltIn("a", "ask").Mcp("b", "ask").Waiting("a", "b"),
        Named("a call here, allowed by somebody").Begin().BuiltIn("a", "ask").Waiting("a").Allow("a").Waiting("a"),
        Named("a call here, allowed and answered").Begin().BuiltIn("a", "ask").Waiting("a").Allow("a").Waiting("a").BuiltInResult("a").Running().Reply().Idle(),
        Named("denied by somebody").Begin().BuiltIn("a", "ask").BuiltIn("b", "ask").Waiting("a", "b").Deny("a").Waiting("b"),
        Named("denied, the turn goes on").Begin().BuiltIn("a", "ask").Waiting("a").Deny("a").Running().ServiceResult("a").Call("b").Waiting("b"),
        Named("denied first, then allowed").Begin().BuiltIn("a", "ask").Waiting("a").Deny("a").Allow("a").Running().Call("b").Waiting("b"),
        Named("allowed first, then denied").Begin().BuiltIn("a", "ask").BuiltIn("b", "ask").Waiting("a", "b").Allow("a").Deny("a").Waiting("a", "b"),
        Named("our approver denies").Begin().BuiltIn("a", "ask", "write").BuiltIn("b", "ask").Call("c", "erase").Waiting("a", "b", "c"),
        Named("a service-run call, allowed").Begin().Mcp("a", "ask").Call("b").Waiting("a", "b").Allow("a").Waiting("b"),
        Named("a service-run call, allowed, with result").Begin().Mcp("a", "ask").Waiting("a").Allow("a").Running().McpResult("a").Call("b").Waiting("b"),
    ];

    private static IEnumerable<RecordedHistory> Interrupts() =>
    [
        Named("interrupted while waiting").Begin().Call("a").Call("b").Waiting("a", "b").Interrupt().Idle(),
        Named("interrupted, then a new turn with a call").Begin().Call("a").Waiting("a").Interrupt().Idle().Begin().Call("b").Waiting("b"),
        Named("interrupted, then a call in the same turn").Begin().Call("a").Interrupt().Call("b").Waiting("b"),
        Named("an interrupt is queued").Begin().Call("a").QueuedInterrupt("i"),
        Named("a queued interrupt takes effect").Begin().Call("a").QueuedInterrupt("i").Span().Interrupt(label: "i").Idle(),
        Named("an allowed call is interrupted").Begin().BuiltIn("a", "ask").Waiting("a").Allow("a").Interrupt().Idle(),
        Named("interrupted after an allowed call, then another").Begin().BuiltIn("a", "ask").Waiting("a").Allow("a").Interrupt().Idle().Begin().BuiltIn("b", "ask").Waiting("b").Allow("b").Waiting("b"),
        Named("interrupted, and a queued message starts a turn").Begin().Call("a").Waiting("a").Queued("m").Interrupt().Idle().Message("m").Running().Call("b").Waiting("b"),
    ];
}
