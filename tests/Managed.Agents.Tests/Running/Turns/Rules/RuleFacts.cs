namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>One fact of each kind, by name.</summary>
internal static class RuleFacts
{
    public const string CallId = "c1";

    public static ToolCall Call { get; } = ToolCall.From(RuleEvents.SessionId, RuleEvents.Custom(CallId))!;

    public static ToolCall Asked { get; } = ToolCall.From(RuleEvents.SessionId, RuleEvents.BuiltIn("c2", EvaluatedPermission.Ask))!;

    public static UserCustomToolResult Answer { get; } = new(CallId, "ok");

    public static IReadOnlyList<(string Name, TurnFact Fact)> All { get; } =
    [
        ("opened, new session", new TurnFact.Opened([], SessionUsage.None) { IsCurrent = true }),
        ("opened, idle", new TurnFact.Opened([RuleEvents.Idle(new EndTurn(), "sevt_before", 1)]) { IsCurrent = true }),
        ("opened, waiting", new TurnFact.Opened([RuleEvents.Custom(CallId), RuleEvents.Waiting(CallId)]) { IsCurrent = true }),
        ("read again, nothing", new TurnFact.Reread([])),
        ("read again, idle", new TurnFact.Reread([RuleEvents.Idle(new EndTurn())])),
        ("read again, waiting", new TurnFact.Reread([RuleEvents.Custom(CallId), RuleEvents.Waiting(CallId)])),
        ("input sent", new TurnFact.InputSent(Sent(OnceOutcome.Sent))),
        ("input unknown", new TurnFact.InputSent(Sent(OnceOutcome.Unknown))),
        ("input rejected", new TurnFact.InputRejected(RuleEvents.Rejected())),
        ("running", Live(RuleEvents.Running())),
        ("running, replayed", Replayed(RuleEvents.Running())),
        ("message queued", Live(RuleEvents.Message("m1", second: null))),
        ("message processed", Live(RuleEvents.Message("m1"))),
        ("other message queued", Live(RuleEvents.Message("m9", second: null))),
        ("reply", Live(RuleEvents.Reply())),
        ("call", Live(RuleEvents.Custom(CallId))),
        ("call, replayed", Replayed(RuleEvents.Custom(CallId))),
        ("call of another owner", Live(RuleEvents.Custom("c3", name: "other"))),
        ("call that asks", Live(RuleEvents.BuiltIn("c2", EvaluatedPermission.Ask))),
        ("call of the service", Live(RuleEvents.BuiltIn("c4", EvaluatedPermission.Allow))),
        ("result of somebody", Live(RuleEvents.Result(CallId))),
        ("allowed by somebody", Live(RuleEvents.Confirmation("c2", ToolConfirmationResult.Allow))),
        ("denied by somebody", Live(RuleEvents.Confirmation("c2", ToolConfirmationResult.Deny))),
        ("interrupted", Live(RuleEvents.Interrupt())),
        ("interrupt queued", Live(RuleEvents.Interrupt(second: null))),
        ("thread interrupted", Live(RuleEvents.Interrupt("sthr_2"))),
        ("idle, end of turn", Live(RuleEvents.Idle(new EndTurn()))),
        ("idle, end of turn, replayed", Replayed(RuleEvents.Idle(new EndTurn()))),
        ("idle, refusal", Live(RuleEvents.Idle(new Refusal()))),
        ("idle, unrecognized", Live(RuleEvents.Idle(new UnknownStopReason(System.Text.Json.JsonElement.Parse("{\"type\":\"nap\"}"))))),
        ("idle, retries exhausted", Live(RuleEvents.Idle(new RetriesExhausted()))),
        ("idle, retries exhausted, replayed", Replayed(RuleEvents.Idle(new RetriesExhausted()))),
        ("idle, budget", Live(RuleEvents.Idle(new BudgetReached()))),
        ("idle, budget, replayed", Replayed(RuleEvents.Idle(new BudgetReached()))),
        ("idle, waits for the call", Live(RuleEvents.Waiting(CallId))),
        ("idle, waits for the call, replayed", Replayed(RuleEvents.Waiting(CallId))),
        ("idle, waits for an unknown call", Live(RuleEvents.Waiting("c8"))),
        ("terminated", Live(new SessionStatusTerminatedEvent { Id = "sevt_end", ProcessedAt = RuleEvents.Time(60) })),
        ("deleted", Live(new SessionDeletedEvent())),
        ("workflow run started", Live(new WorkflowRunStatusRunningEvent { Id = "sevt_w", ProcessedAt = RuleEvents.Time(12), WorkflowRunId = "wrun_1" })),
        ("history read", new TurnFact.HistoryRead()),
        ("caught up", new TurnFact.CaughtUp()),
        ("feed ended", new TurnFact.FeedEnded(IsDeleted: false)),
        ("feed gone", new TurnFact.FeedEnded(IsDeleted: true)),
        ("executed, result", new TurnFact.CallExecuted(new CallRun(Call), new ToolExecutionResult(ToolExecutionResultKind.Result, Answer))),
        ("executed, deferred", new TurnFact.CallExecuted(new CallRun(Call), ToolExecutionResult.Later)),
        ("executed, left open", new TurnFact.CallExecuted(new CallRun(Call), ToolExecutionResult.Open)),
        ("executed, answered elsewhere", new TurnFact.CallExecuted(new CallRun(Call), ToolExecutionResult.Answered)),
        ("executed, not ours", new TurnFact.CallExecuted(new CallRun(Call), ToolExecutionResult.NotOurs)),
        ("decided, allow", new TurnFact.CallExecuted(new CallRun(Asked), new ToolExecutionResult(ToolExecutionResultKind.Confirmation, UserToolConfirmation.AllowUse("c2")))),
        ("store failed", new TurnFact.CallFailed(new CallRun(Call), PendingReason.StoreFailed, RuleEvents.Rejected())),
        ("claimed elsewhere", new TurnFact.CallClaimedElsewhere(new CallRun(Call), RuleEvents.Time(90))),
        ("answer sent", new TurnFact.AnswerSent(new CallRun(Call), Answer, new AnswerOutcome.Sent(WasReplaced: false))),
        ("answer closed", new TurnFact.AnswerSent(new CallRun(Call), Answer, new AnswerOutcome.Closed(CallClosing.Answered, null))),
        ("answer refused", new TurnFact.AnswerSent(new CallRun(Call), Answer, new AnswerOutcome.NotSent(RuleEvents.Rejected(), IsRefused: true))),
        ("answer not sent", new TurnFact.AnswerSent(new CallRun(Call), Answer, new AnswerOutcome.NotSent(RuleEvents.Rejected(), IsRefused: false))),
        ("confirmation sent", new TurnFact.AnswerSent(new CallRun(Asked), UserToolConfirmation.AllowUse("c2"), new AnswerOutcome.Sent(WasReplaced: false))),
        ("confirmation came too late", new TurnFact.AnswerSent(new CallRun(Asked), UserToolConfirmation.AllowUse("c2"), new AnswerOutcome.Closed(CallClosing.Denied, ToolConfirmationResult.Deny))),
        ("calls checked, nothing", new TurnFact.CallsChecked([])),
        ("calls checked, open", new TurnFact.CallsChecked([RuleEvents.Custom(CallId), RuleEvents.Waiting(CallId)])),
        ("calls checked, answered", new TurnFact.CallsChecked([RuleEvents.Custom(CallId), RuleEvents.Waiting(CallId), RuleEvents.Result(CallId, 41)])),
        ("calls checked, ended", new TurnFact.CallsChecked([RuleEvents.Idle(new EndTurn(), second: 60)])),
        ("budget has room", new TurnFact.BudgetChecked(HasRoom: true)),
        ("budget has no room", new TurnFact.BudgetChecked(HasRoom: false)),
        ("budget decided", new TurnFact.BudgetDecided(BudgetLimit.Usd(2))),
        ("budget declined", new TurnFact.BudgetDecided(Limit: null)),
        ("budget raised", new TurnFact.BudgetRaised()),
        ("status idle", new TurnFact.StatusRead(SessionStatus.Idle)),
        ("status running", new TurnFact.StatusRead(SessionStatus.Running)),
        ("status terminated", new TurnFact.StatusRead(SessionStatus.Terminated)),
        ("timer", new TurnFact.TimerElapsed("3")),
        ("another timer", new TurnFact.TimerElapsed("99")),
        ("failed", new TurnFact.Failed(RuleEvents.Rejected())),
        ("canceled", new TurnFact.Canceled()),
    ];

    public static TurnFact Named(string name) => All.Single(one => one.Name == name).Fact;

    private static TurnFact.Received Live(SessionEvent received) => new(received, IsReplayed: false);

    private static TurnFact.Received Replayed(SessionEvent received) => new(received, IsReplayed: true);

    private static SendOnceResult Sent(OnceOutcome outcome) => new() { Outcome = outcome, Events = [RuleEvents.Message("m1", second: null)] };
}
