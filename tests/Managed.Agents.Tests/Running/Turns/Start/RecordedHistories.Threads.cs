namespace Managed.Agents.Tests.Running.Turns.Start;

internal static partial class RecordedHistories
{
    private static IEnumerable<RecordedHistory> Threads() =>
    [
        Named("calls of a thread").Begin().ThreadStarts("sthr_1").Call("a", thread: "sthr_1").ThreadWaiting("sthr_1", "a").Call("b").Waiting("a", "b"),
        Named("a thread is interrupted").Begin().ThreadStarts("sthr_1").Call("a", thread: "sthr_1").Call("b").Waiting("a", "b").Interrupt("sthr_1").ThreadIdle("sthr_1").Waiting("b"),
        Named("another thread is interrupted").Begin().ThreadStarts("sthr_1").ThreadStarts("sthr_2").Call("a", thread: "sthr_1").Call("b", thread: "sthr_2").Waiting("a", "b").Interrupt("sthr_2").ThreadIdle("sthr_2").Waiting("a"),
        Named("a thread ends its turn").Begin().ThreadStarts("sthr_1").BuiltIn("a", "ask", thread: "sthr_1").Deny("a").Call("b", "lookup", "sthr_1").ThreadIdle("sthr_1").Call("c"),
        Named("a thread is terminated").Begin().ThreadStarts("sthr_1").Call("a", thread: "sthr_1").ThreadTerminated("sthr_1").Call("b").Waiting("b"),
        Named("the session is interrupted with threads").Begin().ThreadStarts("sthr_1").Call("a", thread: "sthr_1").Call("b").Waiting("a", "b").Interrupt().ThreadIdle("sthr_1").Idle().Begin().Call("c", thread: "sthr_1").Waiting("c"),
        Named("a thread is answered").Begin().ThreadStarts("sthr_1").Call("a", thread: "sthr_1").Call("b", thread: "sthr_1").Waiting("a", "b").Result("a", "sthr_1").Waiting("b"),
        Named("a thread asks").Begin().ThreadStarts("sthr_1").Mcp("a", "ask", "sthr_1").BuiltIn("b", "ask", thread: "sthr_1").ThreadWaiting("sthr_1", "a", "b").Waiting("a", "b").Allow("b").Waiting("a", "b"),
        Named("a thread interrupt is queued").Begin().ThreadStarts("sthr_1").Call("a", thread: "sthr_1").Call("b").QueuedInterrupt("i", "sthr_1").Interrupt("sthr_1", "i").ThreadIdle("sthr_1").Waiting("b"),
    ];

    // While a run is running, an idle session has not ended its turn.
    private static IEnumerable<RecordedHistory> Workflows() =>
    [
        Named("a workflow run").Turn().Begin().WorkflowStarts("wrun_1").Idle().WorkflowPhase("wrun_1").WorkflowEnds("wrun_1").Running().Reply().Idle(),
        Named("a workflow run is running").Begin().WorkflowStarts("wrun_1").Reply().Idle(),
        Named("a call during a workflow run").Turn().Begin().WorkflowStarts("wrun_1").Idle().Running().Call("a", thread: "sthr_w").Waiting("a"),
        Named("idle twice during a workflow run").Begin().WorkflowStarts("wrun_1").Idle().Running().WorkflowPhase("wrun_1").Span().Idle().Running().Call("a").Waiting("a"),
        Named("a workflow run has ended before").Begin().WorkflowStarts("wrun_1").Idle().WorkflowEnds("wrun_1").Running().Idle().Begin().Call("a").Waiting("a"),
        Named("a message during a workflow run").Begin().WorkflowStarts("wrun_1").Idle().Begin().Call("a").Waiting("a").Result("a").Running().Idle(),
    ];
}
