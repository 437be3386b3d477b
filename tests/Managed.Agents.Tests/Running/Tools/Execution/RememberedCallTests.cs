using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools.Claims;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Execution;

/// <summary>What an executor remembers about calls, so that it does not depend on its store.</summary>
public sealed class RememberedCallTests
{
    private readonly TestTimeProvider _clock = new();
    private int _asked;
    private int _runs;

    [Fact]
    public async Task A_call_runs_once_in_an_executor_whose_store_loses_everything()
    {
        using var executor = Executor(new ForgetfulStore());

        var first = await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();
        var second = await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();
        await executor.ConfirmAsync(TestTools.Call("pay"));
        var third = await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();

        second.ShouldBe(first);
        third.Kind.ShouldBe(ToolExecutionResultKind.AlreadyAnswered);
        _runs.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, true, 1)]
    [InlineData(true, false, 2)]
    public async Task A_call_that_was_canceled_here_runs_again_only_if_it_is_idempotent(bool isIdempotent, bool isUnknown, int runs)
    {
        using var stop = new CancellationTokenSource();
        var function = TestTools.Of("pay", token => ++_runs == 1 ? CancelAsync(stop, token) : Task.FromResult<object?>("paid"));
        using var executor = new ToolExecutor(new ToolOptions { ToolCallStore = new ForgetfulStore(), Tools = [isIdempotent ? function.AsIdempotent() : function] }, _clock);
        await Should.ThrowAsync<OperationCanceledException>(executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token).Guarded());

        var again = await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();

        (again.IsOutcomeUnknown, _runs).ShouldBe((isUnknown, runs));
    }

    [Fact]
    public async Task A_call_that_was_started_here_does_not_run_again_although_its_record_says_that_it_was_not_started()
    {
        using var stop = new CancellationTokenSource();
        var store = new InMemoryToolCallStore();
        using var executor = new ToolExecutor(
            new ToolOptions { ToolCallStore = store, Tools = [TestTools.Of("pay", token => { _runs++; return CancelAsync(stop, token); })] }, _clock);
        await Should.ThrowAsync<OperationCanceledException>(executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token).Guarded());
        var record = (await store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull();
        await store.TryWriteAsync(record with { Starts = 0, Revision = record.Revision + 1 }, record.Revision);

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).IsOutcomeUnknown.ShouldBeTrue();

        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_outcome_is_answered_once_although_the_store_loses_the_answer()
    {
        using var stop = new CancellationTokenSource();
        using var executor = new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = new ForgetfulStore(),
                Tools = [TestTools.Of("pay", token => CancelAsync(stop, token))],
                OnUnknownOutcome = (_, _) => ValueTask.FromResult<ToolResult?>($"asked {++_asked}"),
            },
            _clock);
        await Should.ThrowAsync<OperationCanceledException>(executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token).Guarded());

        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["asked 1"]);
        }
    }

    [Fact]
    public async Task A_call_that_was_started_here_needs_no_approval_when_its_record_is_lost()
    {
        using var stop = new CancellationTokenSource();
        var records = new InMemoryToolCallStore();
        await records.TryWriteAsync(new ToolCallRecord { SessionId = "sesn_1", CallId = "sevt_1", State = ToolCallState.Started, Revision = 1, Starts = 0 }, 0);
        var function = TestTools.Of("pay", token => { _runs++; return CancelAsync(stop, token); });
        using var executor = new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = new FaultyToolCallStore(records, isWrite: false, 3, isPermanent: true, StoreFault.FindsNothing, stop),
                Tools = [new ApprovalRequiredAIFunction(function)],
                Approver = ToolApprover.From(_ => { _asked++; return ToolApprovalDecision.Deny(); }),
            },
            _clock);
        await Should.ThrowAsync<OperationCanceledException>(executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token).Guarded());

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).IsOutcomeUnknown.ShouldBeTrue();

        (_runs, _asked).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Two_executions_of_a_call_at_the_same_time_run_it_once()
    {
        var release = new TaskCompletionSource<object?>();
        var started = new CountedSignal();
        using var executor = new ToolExecutor(new ToolOptions { ToolCallStore = new ForgetfulStore(), Tools = [TestTools.Of("pay", _ => { started.Add(); _runs++; return release.Task; })] }, _clock);

        var first = executor.ExecuteAsync(TestTools.Call("pay"));
        await started.ReachedAsync(1).Guarded();
        using var stop = new CancellationTokenSource();
        var canceled = executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token);
        var second = executor.ExecuteAsync(TestTools.Call("pay"));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(canceled.Guarded());
        release.SetResult("paid");

        (await second.Guarded()).ShouldBe(await first.Guarded());
        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task An_approval_is_not_asked_again_after_a_failure_of_the_store()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(new InMemoryToolCallStore(), isWrite: true, 1, isPermanent: false, StoreFault.Throws, caller), needsApproval: true);
        await Should.ThrowAsync<ToolCallStoreException>(executor.ExecuteAsync(TestTools.Call("pay")).Guarded());

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["1"]);

        _asked.ShouldBe(1);
    }

    [Fact]
    public async Task An_approval_counts_only_for_the_input_that_was_approved()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(new InMemoryToolCallStore(), isWrite: true, 1, isPermanent: true, StoreFault.Throws, caller), needsApproval: true);
        ToolCall[] calls = [TestTools.Call("pay", """{"amount":1}"""), TestTools.Call("pay", """{"amount":1000}"""), TestTools.Call("pay") with { Input = default }];
        foreach (var call in calls)
        {
            await Should.ThrowAsync<ToolCallStoreException>(executor.ExecuteAsync(call).Guarded());
        }

        _asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_failing_store_does_not_skip_the_approval()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(new InMemoryToolCallStore(), isWrite: false, 1, isPermanent: false, StoreFault.Throws, caller), needsApproval: true);

        await Should.ThrowAsync<ToolCallStoreException>(executor.ExecuteAsync(TestTools.Call("pay")).Guarded());
        (_asked, _runs).ShouldBe((0, 0));

        await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();
        (_asked, _runs).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_confirmation_that_was_given_is_not_asked_again()
    {
        using var executor = Executor(new InMemoryToolCallStore());
        var call = TestTools.Call("read", kind: ToolCallKind.Mcp, permission: EvaluatedPermission.Ask) with { McpServerName = "files" };

        var first = await executor.ExecuteAsync(call).Guarded();
        (await executor.ExecuteAsync(call).Guarded()).ShouldBe(first);
        _asked.ShouldBe(1);

        await executor.ExecuteAsync(call with { McpServerName = "mail" }).Guarded();
        await executor.ExecuteAsync(call with { Input = JsonElement.Parse("""{"path":"/"}""") }).Guarded();
        _asked.ShouldBe(3);
    }

    [Fact]
    public void The_calls_that_were_unused_for_the_longest_time_are_forgotten()
    {
        var memory = new CallMemory(2);
        var oldest = Use(memory, "sevt_1");
        var used = memory.Open(TestTools.Call("pay", id: "sevt_2"));
        var third = Use(memory, "sevt_3");
        Use(memory, "sevt_1").ShouldNotBeSameAs(oldest, "the third call pushed it out");

        memory.Open(TestTools.Call("pay", id: "sevt_2")).Call.ShouldBeSameAs(used.Call, "a call in use is not forgotten");
        Use(memory, "sevt_3").ShouldNotBeSameAs(third);
    }

    [Fact]
    public void A_call_that_is_used_twice_is_in_use_until_both_have_ended()
    {
        var memory = new CallMemory(1);
        using var first = memory.Open(TestTools.Call("pay"));
        memory.Open(TestTools.Call("pay")).Dispose();

        Use(memory, "sevt_2");
        Use(memory, "sevt_3");

        Use(memory, "sevt_1").ShouldBeSameAs(first.Call);
    }

    [Fact]
    public void The_result_of_a_call_is_forgotten_when_the_session_has_it()
    {
        var known = new RememberedCall();
        var outcome = new ToolExecutionResult(ToolExecutionResultKind.Result, new UserCustomToolResult("sevt_1", "x"));

        known.Finish(outcome).ShouldBe(outcome);
        known.Outcome.ShouldBe(outcome);
        known.Close();
        known.Outcome.ShouldBeNull();
        known.Finish(outcome);
        known.Outcome.ShouldBeNull();
    }

    [Fact]
    public void A_call_that_is_used_again_is_kept_longer()
    {
        var memory = new CallMemory(2);
        var (first, second) = (Use(memory, "sevt_1"), Use(memory, "sevt_2"));

        Use(memory, "sevt_1").ShouldBeSameAs(first);
        Use(memory, "sevt_3");

        Use(memory, "sevt_1").ShouldBeSameAs(first);
        Use(memory, "sevt_2").ShouldNotBeSameAs(second);
    }

    [Fact]
    public void Calls_of_different_sessions_are_different()
    {
        var memory = new CallMemory(9);

        var first = Use(memory, "sevt_1");

        Use(memory, "sevt_1").ShouldBeSameAs(first);
        using var other = memory.Open(TestTools.Call("pay", id: "sevt_1") with { SessionId = "sesn_2" });
        other.Call.ShouldNotBeSameAs(first);
    }

    private static RememberedCall Use(CallMemory memory, string id)
    {
        using var used = memory.Open(TestTools.Call("pay", id: id));
        return used.Call;
    }

    private static async Task<object?> CancelAsync(CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    private ToolExecutor Executor(IToolCallStore store, bool needsApproval = false)
    {
        var function = TestTools.Of("pay", () => ++_runs);
        return new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = store,
                Tools = [needsApproval ? new ApprovalRequiredAIFunction(function) : function],
                Approver = ToolApprover.From(_ => { _asked++; return ToolApprovalDecision.Allow; }),
            },
            _clock);
    }

    private sealed class ForgetfulStore : IToolCallStore
    {
        public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default) => ValueTask.FromResult<ToolCallRecord?>(null);

        public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default) => ValueTask.FromResult(true);
    }
}
