using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools.Claims;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Execution;

/// <summary>A call that was denied never runs, whatever the store says and however often the call is passed.</summary>
public sealed class DeniedCallTests : IDisposable
{
    private readonly TestTimeProvider _clock = new();
    private readonly InMemoryToolCallStore _store = new();
    private readonly LogRecorder _logs = new();
    private int _asked;
    private int _runs;

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(StoreFault.Throws)]
    [InlineData(StoreFault.Hangs)]
    [InlineData(StoreFault.IsCanceled)]
    [InlineData(StoreFault.AnswersFalse)]
    [InlineData(StoreFault.LosesWrite)]
    public async Task A_denial_that_is_not_recorded_is_the_result(StoreFault fault)
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(ToolApprovalDecision.Deny("no"), new FaultyToolCallStore(_store, isWrite: true, 1, isPermanent: true, fault, caller));

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var executing = executor.ExecuteAsync(TestTools.Call("pay"));
            await _clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(1));
            (await executing).Result().ShouldBe(UserCustomToolResult.Error("sevt_1", "The call was denied: no"));
        }

        (_runs, _asked).ShouldBe((0, 1));
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldBeNull();
        _logs.Entries.Any(static entry => entry.Message.StartsWith("The denial of call sevt_1 could not be recorded", StringComparison.Ordinal)).ShouldBe(fault != StoreFault.LosesWrite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_denied_call_does_not_run_if_it_is_passed_again(bool isConfirmed)
    {
        using var executor = Executor(ToolApprovalDecision.Deny());
        await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();

        var again = await executor.ExecuteAsync(TestTools.Call("pay"), isConfirmed).Guarded();

        again.Result().ShouldBe(UserCustomToolResult.Error("sevt_1", "The call was denied."));
        (_runs, _asked).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData(ToolCallState.Completed, ToolExecutionResultKind.Result)]
    [InlineData(ToolCallState.Answered, ToolExecutionResultKind.AlreadyAnswered)]
    public async Task A_result_of_another_process_counts_more_than_a_later_denial(ToolCallState state, ToolExecutionResultKind expected)
    {
        using var executor = Executor(ToolApprovalDecision.Deny("no"), whileAsking: () =>
            _store.TryWriteAsync(Record with { State = state, Result = state == ToolCallState.Completed ? ToolResult.FromText("paid elsewhere") : null }, 0).AsTask());

        var result = await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();

        result.Kind.ShouldBe(expected);
        (result.Input as UserCustomToolResult)?.Content.ShouldBe(["paid elsewhere"]);
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_call_that_another_process_started_during_the_decision_gets_the_outcome_of_that_process()
    {
        var waits = new List<ToolCallWait>();
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        using var executor = Executor(ToolApprovalDecision.Deny("no"), whileAsking: () => _store.TryWriteAsync(Record with { LeaseUntil = until }, 0).AsTask());

        var executing = executor.ExecuteAsync(TestTools.Call("pay"), isConfirmed: false, waits.Add, CancellationToken.None);
        await _clock.WaitForTimersAsync(1);
        waits.ShouldHaveSingleItem().Until.ShouldBe(until);
        await _store.TryWriteAsync(Record with { State = ToolCallState.Completed, Result = "paid elsewhere", Revision = 2 }, 1);
        await _clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(1));

        (await executing).Result().Content.ShouldBe(["paid elsewhere"]);
        _runs.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_denied_call_that_a_crashed_process_started_has_an_unknown_outcome(bool isIdempotent)
    {
        using var executor = Executor(ToolApprovalDecision.Deny("no"), isIdempotent: isIdempotent, whileAsking: () => _store.TryWriteAsync(Record, 0).AsTask());

        var result = await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();

        result.IsOutcomeUnknown.ShouldBeTrue();
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_denied_call_that_nobody_started_after_a_claim_is_recorded_as_denied()
    {
        using var executor = Executor(ToolApprovalDecision.Deny("no"), whileAsking: () => _store.TryWriteAsync(Record with { Starts = 0 }, 0).AsTask());

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().IsError.ShouldBe(true);

        var record = (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull();
        (record.State, record.Revision, record.Result?.Text).ShouldBe((ToolCallState.Completed, 2, "The call was denied: no"));
    }

    [Fact]
    public async Task A_denied_call_is_not_reported_as_denied_while_another_process_runs_it_and_the_store_fails()
    {
        using var caller = new CancellationTokenSource();
        var store = new FaultyToolCallStore(_store, isWrite: false, 3, isPermanent: true, StoreFault.Throws, caller);
        using var executor = Executor(ToolApprovalDecision.Deny("no"), store, whileAsking: () => _store.TryWriteAsync(Record with { LeaseUntil = DateTimeOffset.MaxValue }, 0).AsTask());

        var executing = executor.ExecuteAsync(TestTools.Call("pay"));

        await Should.ThrowAsync<ToolCallStoreException>(_clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(1)));
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task The_recording_of_a_denial_can_be_canceled_and_the_denial_still_counts()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(ToolApprovalDecision.Deny("no"), new FaultyToolCallStore(_store, isWrite: true, 1, isPermanent: false, StoreFault.CallerCancelsAndHangs, caller));

        await Should.ThrowAsync<OperationCanceledException>(executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: caller.Token).Guarded());

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().IsError.ShouldBe(true);
        (_runs, _asked).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_call_whose_record_is_lost_needs_an_approval()
    {
        using var caller = new CancellationTokenSource();
        await _store.TryWriteAsync(Record with { State = ToolCallState.Completed, Result = "lost" }, 0);
        var store = new FaultyToolCallStore(_store, isWrite: false, 2, isPermanent: false, StoreFault.FindsNothing, caller);
        using var executor = Executor(ToolApprovalDecision.Deny("no"), store);

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["lost"]);

        (_runs, _asked).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_confirmation_that_was_denied_here_does_not_run_the_call_when_another_client_allows_it()
    {
        var call = TestTools.Call("bash", kind: ToolCallKind.BuiltIn, permission: EvaluatedPermission.Ask);
        using var executor = Executor(ToolApprovalDecision.Deny("no"));

        var denial = new ToolExecutionResult(ToolExecutionResultKind.Confirmation, UserToolConfirmation.DenyUse("sevt_1", "no"));
        (await executor.ExecuteAsync(call)).ShouldBe(denial);
        (await executor.ExecuteAsync(call)).ShouldBe(denial);
        (await executor.ExecuteAsync(call, isConfirmed: true).Guarded()).Input.ShouldBe(UserToolResult.Error("sevt_1", "The call was denied: no"));

        (_runs, _asked).ShouldBe((0, 1));
    }

    private static ToolCallRecord Record => new() { SessionId = "sesn_1", CallId = "sevt_1", ToolName = "pay", State = ToolCallState.Started, Revision = 1, ClaimId = "other" };

    private ToolExecutor Executor(ToolApprovalDecision decision, IToolCallStore? store = null, bool isIdempotent = false, Func<Task>? whileAsking = null)
    {
        var function = TestTools.Of("pay", () => ++_runs);
        return new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = store ?? _store,
                Tools = [new ApprovalRequiredAIFunction(isIdempotent ? function.AsIdempotent() : function)],
                BuiltInTools = [TestTools.Of("bash", () => ++_runs)],
                Approver = ToolApprover.From(async (_, _) =>
                {
                    _asked++;
                    await (whileAsking?.Invoke() ?? Task.CompletedTask);
                    return decision;
                }),
            },
            _clock,
            _logs.CreateLogger("tools"));
    }
}
