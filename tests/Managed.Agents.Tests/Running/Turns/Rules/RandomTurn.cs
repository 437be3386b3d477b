using System.Globalization;
using Shouldly;

namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>A turn whose facts are random but possible: operations complete in any order and with any result, and events arrive in any order.</summary>
internal sealed class RandomTurn
{
    private readonly Random _random;
    private readonly List<(TurnEffect Cause, Func<TurnFact> Complete)> _outstanding = [];
    private readonly HashSet<(string CallId, bool IsConfirmed)> _runs = [];
    private readonly HashSet<string> _timers = new(StringComparer.Ordinal);
    private readonly List<SessionEvent> _history = [];
    private int _events;

    public RandomTurn(int seed)
    {
        _random = new Random(seed);
        var kind = _random.Next(5);
        var plan = new TurnPlan
        {
            SessionId = RuleEvents.SessionId,
            HasInput = kind < 4,
            StartsTurn = kind < 2,
            Answers = kind == 2 ? [new CallAnswer("sevt_1")] : [],
            CanRaiseBudget = _random.Next(2) == 0,
            Owns = call => call.Name == "pay" || call.AsksForConfirmation,
            Runs = call => call.Name is "pay" or "bash",
            AnswerTimeout = _random.Next(8) == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(5),
        };
        State = new TurnState(plan);
        Apply(new TurnFact.Opened(Past(), SessionUsage.None) { IsCurrent = _random.Next(2) == 0 });
    }

    public TurnState State { get; private set; }

    public TurnEffect? End { get; private set; }

    /// <summary>Gives the turn random facts, then what a session does at last: it processes its input and becomes idle.</summary>
    public void Run(int steps)
    {
        for (var step = 0; step < steps && !State.IsFinished; step++)
        {
            Apply(NextFact());
        }

        for (var rest = 0; rest < 200 && !State.IsFinished; rest++)
        {
            Settle();
        }
    }

    // What is outstanding completes, the feed catches up, timers elapse. Only then does the session do something.
    private void Settle()
    {
        if (_outstanding.Count > 0)
        {
            Apply(Complete());
        }
        else if (State.IsBehind)
        {
            Apply(new TurnFact.CaughtUp());
        }
        else if (State.WaitsFor == TurnWait.Timer && _timers.Remove(State.StatusCount.ToString(CultureInfo.InvariantCulture)))
        {
            Apply(new TurnFact.TimerElapsed(State.StatusCount.ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            // Without a timeout, the turn waits for a session that has its answers. Otherwise an idle session has ended the turn.
            State.WaitsFor.ShouldBe(State.Idle is null ? TurnWait.Session : TurnWait.Timer);
            State.Idle?.ShouldSatisfyAllConditions(() => State.Plan.AnswerTimeout.ShouldBe(Timeout.InfiniteTimeSpan));
            var run = State.WorkflowRuns.FirstOrDefault();
            Apply(new TurnFact.Received(
                run is not null ? new WorkflowRunStatusEndedEvent { Id = NextId(), ProcessedAt = Now, WorkflowRunId = run }
                : State.AwaitedInputs.FirstOrDefault() is { } input ? RuleEvents.Message(input, _events)
                : RuleEvents.Idle(new EndTurn(), NextId(), _events),
                IsReplayed: false));
        }
    }

    private void Apply(TurnFact fact)
    {
        var before = State;
        (State, var effects) = TurnRules.Apply(State, fact);
        foreach (var effect in effects)
        {
            End.ShouldBeNull("nothing follows the end");
            Perform(effect, before);
        }

        CheckWait();
    }

    private void Perform(TurnEffect effect, TurnState before)
    {
        switch (effect)
        {
            case TurnEffect.RunCall { Run: var run }:
                State.IsBehind.ShouldBeFalse($"{run.Call.Id} was started while the feed is behind");
                _runs.Add((run.Call.Id, run.IsConfirmed)).ShouldBeTrue($"{run.Call.Id} was started twice");
                before.Calls.Find(run.Call.Id)?.Closing.ShouldBeNull($"{run.Call.Id} was closed");
                _outstanding.Add((effect, () => Executed(run)));
                break;
            case TurnEffect.CancelRun { Run: var run }:
                _outstanding.RemoveAll(one => one.Cause is TurnEffect.RunCall running && running.Run == run).ShouldBe(1);
                break;
            case TurnEffect.SendAnswer answer:
                _outstanding.Add((effect, () => new TurnFact.AnswerSent(answer.Run, answer.Answer, Outcome(answer))));
                break;
            case TurnEffect.StartTimer timer:
                _timers.Add(timer.Key);
                break;
            case TurnEffect.Finish or TurnEffect.Fail or TurnEffect.Leave:
                State.IsFinished.ShouldBeTrue();
                End = effect;
                break;
            case TurnEffect.SendInput:
                _outstanding.Add((effect, SendInput));
                break;
            case TurnEffect.ReadAgain:
                _outstanding.Add((effect, () => new TurnFact.Reread(Past())));
                break;
            case TurnEffect.CheckCalls:
                _outstanding.Add((effect, () => new TurnFact.CallsChecked(Past())));
                break;
            case TurnEffect.ReadStatus:
                _outstanding.Add((effect, () => new TurnFact.StatusRead(Pick(SessionStatus.Idle, SessionStatus.Running, SessionStatus.Rescheduling, SessionStatus.Terminated))));
                break;
            case TurnEffect.CheckBudget:
                _outstanding.Add((effect, () => new TurnFact.BudgetChecked(_random.Next(2) == 0)));
                break;
            case TurnEffect.AskForBudget:
                _outstanding.Add((effect, () => new TurnFact.BudgetDecided(_random.Next(2) == 0 ? BudgetLimit.Usd(5) : null)));
                break;
        }
    }

    private void CheckWait()
    {
        switch (State.WaitsFor)
        {
            case TurnWait.Input:
                _outstanding.Exists(static one => one.Cause is TurnEffect.SendInput).ShouldBeTrue();
                break;
            case TurnWait.Operation:
                _outstanding.Count(static one => one.Cause is TurnEffect.ReadAgain or TurnEffect.CheckCalls or TurnEffect.ReadStatus or TurnEffect.CheckBudget or TurnEffect.AskForBudget).ShouldBe(1);
                break;
            case TurnWait.Calls:
                _outstanding.Exists(static one => one.Cause is TurnEffect.RunCall or TurnEffect.SendAnswer).ShouldBeTrue();
                break;
            case TurnWait.Nothing:
                End.ShouldNotBeNull();
                break;
        }
    }

    // The runner does not read the feed while it waits for an operation or for the input.
    private TurnFact NextFact() =>
        State.WaitsFor is TurnWait.Input or TurnWait.Operation ? Complete()
        : _outstanding.Count > 0 && _random.Next(3) == 0 ? Complete()
        : _random.Next(12) switch
        {
            0 => new TurnFact.CaughtUp(),
            1 => new TurnFact.HistoryRead(),
            2 when _timers.Count > 0 => new TurnFact.TimerElapsed(TakeTimer()),
            _ => new TurnFact.Received(NextEvent(), IsReplayed: _random.Next(4) == 0),
        };

    private string TakeTimer()
    {
        var timer = _timers.First();
        _timers.Remove(timer);
        return timer;
    }

    private TurnFact Complete()
    {
        var index = State.WaitsFor is TurnWait.Input or TurnWait.Operation
            ? _outstanding.FindIndex(static one => one.Cause is not (TurnEffect.RunCall or TurnEffect.SendAnswer))
            : _random.Next(_outstanding.Count);
        var complete = _outstanding[index].Complete;
        _outstanding.RemoveAt(index);
        return complete();
    }

    private TurnFact SendInput() => _random.Next(10) switch
    {
        0 => new TurnFact.InputRejected(RuleEvents.Rejected()),
        1 => new TurnFact.InputSent(new SendOnceResult { Outcome = OnceOutcome.Unknown }),
        _ => new TurnFact.InputSent(new SendOnceResult { Outcome = OnceOutcome.Sent, Events = State.Plan.StartsTurn ? [RuleEvents.Message("m1", null), RuleEvents.Message("m2", null)] : [] }),
    };

    private TurnFact Executed(CallRun run) => _random.Next(8) switch
    {
        0 => new TurnFact.CallFailed(run, PendingReason.StoreFailed, RuleEvents.Rejected()),
        1 => new TurnFact.CallExecuted(run, ToolExecutionResult.Later),
        2 => new TurnFact.CallExecuted(run, ToolExecutionResult.Answered),
        3 => new TurnFact.CallExecuted(run, ToolExecutionResult.NotOurs),
        _ when run.Call.AsksForConfirmation && !run.IsConfirmed => new TurnFact.CallExecuted(
            run, new ToolExecutionResult(ToolExecutionResultKind.Confirmation, _random.Next(2) == 0 ? UserToolConfirmation.AllowUse(run.Call.Id) : UserToolConfirmation.DenyUse(run.Call.Id))),
        _ => new TurnFact.CallExecuted(run, new ToolExecutionResult(ToolExecutionResultKind.Result, new UserCustomToolResult(run.Call.Id, "ok"))),
    };

    private AnswerOutcome Outcome(TurnEffect.SendAnswer answer) => _random.Next(5) switch
    {
        0 => new AnswerOutcome.NotSent(RuleEvents.Rejected(), _random.Next(2) == 0),
        1 => answer.Answer is UserToolConfirmation
            ? Pick<AnswerOutcome>(new AnswerOutcome.Closed(CallClosing.Denied, ToolConfirmationResult.Deny), new AnswerOutcome.Closed(CallClosing.Allowed, ToolConfirmationResult.Allow))
            : new AnswerOutcome.Closed(CallClosing.Answered, null),
        _ => new AnswerOutcome.Sent(WasReplaced: false),
    };

    private IReadOnlyList<SessionEvent> Past()
    {
        for (var count = _random.Next(5); count > 0; count--)
        {
            NextEvent();
        }

        return [.. _history.TakeLast(8)];
    }

    private DateTimeOffset Now => RuleEvents.Time(_events);

    private string NextId() => RuleEvents.Id(++_events);

    private SessionEvent NextEvent()
    {
        var id = NextId();
        var calls = _history.Where(static stored => stored is AgentCustomToolUseEvent or AgentToolUseEvent).Select(static stored => stored.Id).TakeLast(4).ToArray();
        var call = calls.Length == 0 ? "sevt_x" : Pick(calls);
        var thread = _random.Next(3) == 0 ? "sthr_" + _random.Next(2).ToString(CultureInfo.InvariantCulture) : null;
        SessionEvent next = _random.Next(18) switch
        {
            0 or 1 => RuleEvents.Custom(id, thread, _events, Pick("pay", "pay", "other")),
            2 or 3 => RuleEvents.BuiltIn(id, Pick(EvaluatedPermission.Ask, EvaluatedPermission.Allow, EvaluatedPermission.Deny, new EvaluatedPermission("ponder")), thread, _events),
            4 => RuleEvents.Result(call, _events) with { Id = id },
            5 => RuleEvents.ServiceResult(call, _events) with { Id = id },
            6 => RuleEvents.Confirmation(call, Pick(ToolConfirmationResult.Allow, ToolConfirmationResult.Deny), _events) with { Id = id },
            7 => RuleEvents.Interrupt(thread, _random.Next(2) == 0 ? _events : null) with { Id = id },
            8 or 9 => RuleEvents.Idle(new RequiresAction { EventIds = calls.Length == 0 ? ["sevt_x"] : [.. calls.Take(1 + _random.Next(calls.Length))] }, id, _events),
            10 => RuleEvents.Idle(Pick<StopReason>(new EndTurn(), new Refusal(), new RetriesExhausted(), new BudgetReached()), id, _events),
            11 or 12 => RuleEvents.Running(id, _events),
            13 => RuleEvents.Message(Pick("m1", "m2", id), _random.Next(2) == 0 ? _events : null),
            14 => new SessionThreadStatusIdleEvent { Id = id, ProcessedAt = Now, SessionThreadId = "sthr_1", StopReason = Pick<StopReason>(new EndTurn(), new RequiresAction()) },
            15 => new WorkflowRunStatusRunningEvent { Id = id, ProcessedAt = Now, WorkflowRunId = "wrun_1" },
            16 => new WorkflowRunStatusEndedEvent { Id = id, ProcessedAt = Now, WorkflowRunId = "wrun_1" },
            _ => RuleEvents.Reply() with { Id = id },
        };
        _history.Add(next);
        return next;
    }

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
