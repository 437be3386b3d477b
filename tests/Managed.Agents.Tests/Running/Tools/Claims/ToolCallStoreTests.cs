using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Claims;

/// <summary>The stored state of a call outlives the process that ran it. Each executor represents a process.</summary>
public sealed class ToolCallStoreTests
{
    private readonly TestTimeProvider _clock = new();

    public static TheoryData<string> Stores => ["memory", "distributed"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_stored_result_is_returned_without_running_the_call_again(string kind)
    {
        var store = Store(kind);
        var runs = 0;
        var rich = ToolResult.FromContent("a", ImageBlock.FromFile("file_1"), new SearchResultBlock { Source = "s", Title = "t", Content = ["c"] }) with { IsError = true };
        using var first = Executor(store, TestTools.Of("pay", () => { runs++; return rich; }));
        using var second = Executor(store, TestTools.Of("pay", () => runs++));

        var answer = await first.ExecuteAsync(TestTools.Call("pay"));
        var again = await second.ExecuteAsync(TestTools.Call("pay"));

        again.ShouldBe(answer);
        again.Result().Content.ShouldBe(rich.Content);
        runs.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_started_call_without_a_result_has_an_unknown_outcome(string kind)
    {
        var store = Store(kind);
        await CrashAsync(store, "pay");
        using var next = Executor(store, TestTools.Of("pay", static object? () => throw new InvalidOperationException("It must not run.")));

        var answer = await next.ExecuteAsync(TestTools.Call("pay")).Guarded();

        answer.IsOutcomeUnknown.ShouldBeTrue();
        answer.Result().IsError.ShouldBe(true);
        answer.Result().Content.JoinText().ShouldContain("its outcome is unknown");
        (await next.ExecuteAsync(TestTools.Call("pay")).Guarded()).ShouldBe(answer, "a stored answer does not change");
    }

    [Fact]
    public async Task An_interrupted_call_of_an_idempotent_function_is_run_again()
    {
        var store = Store("memory");
        await CrashAsync(store, "look");
        using var next = Executor(store, new ApprovalRequiredAIFunction(TestTools.Of("look", static () => "seen").AsIdempotent()));

        (await next.ExecuteAsync(TestTools.Call("look")).Guarded()).Result().Content.ShouldBe(["seen"]);
        (await store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().Starts.ShouldBe(2);
    }

    [Fact]
    public async Task A_callback_can_provide_an_unknown_outcome_or_leave_the_call_open()
    {
        var store = Store("memory");
        await CrashAsync(store, "pay", "sevt_1");
        await CrashAsync(store, "pay", "sevt_2");
        using var next = new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = store,
                Tools = [TestTools.Of("pay", static () => "again")],
                OnUnknownOutcome = static (call, _) => ValueTask.FromResult(call.Id == "sevt_1" ? ToolResult.FromText("It was paid.") : null),
            },
            _clock);

        (await next.ExecuteAsync(TestTools.Call("pay", id: "sevt_1")).Guarded()).Result().Content.ShouldBe(["It was paid."]);
        (await next.ExecuteAsync(TestTools.Call("pay", id: "sevt_2")).Guarded()).ShouldBe(new ToolExecutionResult(ToolExecutionResultKind.LeftUnanswered, null, IsOutcomeUnknown: true));
    }

    [Fact]
    public async Task Two_processes_run_a_call_once_and_share_its_result()
    {
        var store = Store("memory");
        var runs = 0;
        var release = new TaskCompletionSource();
        var started = new CountedSignal();
        var tool = TestTools.Of("pay", async _ =>
        {
            Interlocked.Increment(ref runs);
            started.Add();
            await release.Task;
            return "paid";
        });
        using var first = Executor(store, tool);
        using var second = Executor(store, tool);

        var one = first.ExecuteAsync(TestTools.Call("pay"));
        await started.ReachedAsync(1).Guarded();
        var timers = _clock.ActiveTimers;
        var other = second.ExecuteAsync(TestTools.Call("pay"));
        await _clock.WaitForTimersAsync(timers + 1);
        release.SetResult();
        await one.Guarded();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await other.Guarded()).ShouldBe(await one);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_run_renews_its_lease()
    {
        var store = Store("memory");
        var release = new TaskCompletionSource<object?>();
        using var first = Executor(store, TestTools.Of("long", _ => release.Task).WithTimeout(TimeSpan.FromHours(1)));

        var one = first.ExecuteAsync(TestTools.Call("long"));
        for (var minute = 0; minute < 9; minute++)
        {
            await _clock.WaitForTimersAsync(2);
            _clock.Advance(TimeSpan.FromSeconds(20));
        }

        await _clock.WaitForTimersAsync(2);
        (await store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().LeaseUntil.ShouldBeGreaterThan(_clock.GetUtcNow());
        release.SetResult("done");
        (await one.Guarded()).Result().Content.ShouldBe(["done"]);
    }

    [Fact]
    public async Task A_failing_store_prevents_the_run()
    {
        var runs = 0;
        using var executor = Executor(new BrokenStore(), TestTools.Of("pay", () => runs++));

        (await Should.ThrowAsync<ToolCallStoreException>(executor.ExecuteAsync(TestTools.Call("pay")))).InnerException.ShouldBeOfType<IOException>();

        runs.ShouldBe(0);
    }

    [Fact]
    public async Task The_record_of_an_answered_call_has_no_result()
    {
        var store = new InMemoryToolCallStore(_clock);
        using var executor = Executor(store, TestTools.Of("pay", static () => "paid"));
        await executor.ExecuteAsync(TestTools.Call("pay"));

        await executor.ConfirmAsync(TestTools.Call("pay"));
        await executor.ConfirmAsync(TestTools.Call("pay"));

        var record = (await store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull();
        (record.State, record.Result, record.Revision).ShouldBe((ToolCallState.Answered, null, 3));
    }

    [Fact]
    public async Task Answered_calls_are_removed_after_an_hour_and_open_calls_are_kept()
    {
        var store = new InMemoryToolCallStore(_clock);
        using var executor = Executor(store, TestTools.Of("pay", static () => "paid"));
        await executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_open"));
        await executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_answered"));
        await executor.ConfirmAsync(TestTools.Call("pay", id: "sevt_answered"));

        _clock.Advance(TimeSpan.FromMinutes(61));
        await executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_new"));

        (await store.GetAsync("sesn_1", "sevt_open")).ShouldNotBeNull();
        (await store.GetAsync("sesn_1", "sevt_answered")).ShouldBeNull();
    }

    private ToolExecutor Executor(IToolCallStore store, AIFunction tool) =>
        new(new ToolOptions { ToolCallStore = store, Tools = [tool], Approver = ToolApprover.AllowAll }, _clock);

    /// <summary>Starts a call in a process that crashes before the call completes.</summary>
    private async Task CrashAsync(IToolCallStore store, string tool, string id = "sevt_1")
    {
        using var executor = Executor(store, TestTools.Of(tool, async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null;
        }));
        using var crash = new CancellationTokenSource();
        var run = executor.ExecuteAsync(TestTools.Call(tool, id: id), cancellationToken: crash.Token);
        while (await store.GetAsync("sesn_1", id) is null)
        {
            await Task.Yield();
        }

        await crash.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run.Guarded());
    }

    private static IToolCallStore Store(string kind) =>
        kind == "memory"
            ? new InMemoryToolCallStore()
            : new DistributedCacheToolCallStore(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));

    private sealed class BrokenStore : IToolCallStore
    {
        public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default) => ValueTask.FromResult<ToolCallRecord?>(null);

        public ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default) => throw new IOException("The store is down.");
    }
}
