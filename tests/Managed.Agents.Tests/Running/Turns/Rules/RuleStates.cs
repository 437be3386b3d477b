namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>The states of the table. Each is reached by facts, so that no state is tested that cannot occur.</summary>
internal static class RuleStates
{
    private static readonly string[] Live = ["opened, idle", "input sent", "message processed", "running", "caught up"];

    public static IReadOnlyList<(string Name, TurnState State)> All { get; } =
    [
        ("run, new", Reach(Run)),
        ("run, sending", Reach(Run, "opened, idle")),
        ("run, sent", Reach(Run, "opened, idle", "input sent")),
        ("run, caught up, input queued", Reach(Run, "opened, idle", "input sent", "running", "caught up")),
        ("run, held", Reach(Run, "opened, waiting")),
        ("run, held, call running", Reach(Run, "opened, waiting", "caught up")),
        ("run, rejected", Reach(Run, "opened, idle", "input rejected")),
        ("run, rejected, waiting", Reach(Run, "opened, idle", "input rejected", "read again, waiting")),
        ("run, live", Reach(Run, Live)),
        ("run, behind again", Reach(Run, [.. Live, "running, replayed"])),
        ("run, call running", Reach(Run, [.. Live, "call"])),
        ("run, call running, waiting", Reach(Run, [.. Live, "call", "idle, waits for the call"])),
        ("run, answering", Reach(Run, [.. Live, "call", "executed, result"])),
        ("run, answered", Reach(Run, [.. Live, "call", "executed, result", "answer sent"])),
        ("run, answered, waiting", Reach(Run, [.. Live, "call", "executed, result", "answer sent", "idle, waits for the call"])),
        ("run, answered elsewhere, waiting", Reach(Run, [.. Live, "call", "executed, answered elsewhere", "idle, waits for the call"])),
        ("run, deferred", Reach(Run, [.. Live, "call", "executed, deferred"])),
        ("run, checking calls", Reach(Run, [.. Live, "call", "executed, deferred", "idle, waits for the call"])),
        ("run, asking", Reach(Run, [.. Live, "call that asks"])),
        ("run, confirming", Reach(Run, [.. Live, "call that asks", "decided, allow"])),
        ("run, workflow running", Reach(Run, [.. Live, "workflow run started"])),
        ("run, deciding about the budget", Reach(Run with { CanRaiseBudget = true }, [.. Live, "idle, budget"])),
        ("answer, sent", Reach(Answers, "opened, waiting", "input sent")),
        ("interrupt, sent", Reach(Interrupts, "opened, idle", "input sent")),
        ("resume, opened", Reach(Resume, "opened, new session")),
        ("resume, nothing known", Reach(Resume, "opened, new session", "caught up")),
        ("resume, nothing known, read again", Reach(Resume, "opened, new session", "caught up", "read again, nothing")),
        ("resume, behind, waiting", Reach(Resume, "opened, waiting")),
        ("resume, behind, ended", Reach(Resume, "opened, new session", "idle, end of turn, replayed")),
        ("resume, ended, another input queued", Reach(Resume, "opened, new session", "idle, end of turn, replayed", "other message queued", "caught up")),
        ("resume, budget", Reach(Resume, "opened, new session", "idle, budget, replayed", "caught up")),
        ("finished", Reach(Resume, "opened, idle", "history read")),
    ];

    private static TurnPlan Resume => new()
    {
        SessionId = RuleEvents.SessionId,
        Owns = static call => call.Name is "pay" || call.AsksForConfirmation,
        Runs = static call => call.Name is "pay" or "bash",
    };

    private static TurnPlan Run => Resume with { HasInput = true, StartsTurn = true };

    private static TurnPlan Answers => Resume with { HasInput = true, Answers = [new CallAnswer(RuleFacts.CallId)] };

    private static TurnPlan Interrupts => Resume with { HasInput = true };

    private static TurnState Reach(TurnPlan plan, params string[] facts) =>
        facts.Aggregate(new TurnState(plan), static (state, fact) => TurnRules.Apply(state, RuleFacts.Named(fact)).State);
}
