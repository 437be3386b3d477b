using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Claims;

/// <summary>Claims of calls: waiting for another process, stores that contradict themselves, and claims that are released.</summary>
public sealed class ClaimTests : IDisposable
{
    private readonly TestTimeProvider _clock = new();
    private readonly LogRecorder _logs = new();
    private readonly InMemoryToolCallStore _store = new();
    private int _runs;

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task A_wait_for_another_process_is_reported_once_for_each_lease_and_logged_once()
    {
        var waits = new List<ToolCallWait>();
        var until = _clock.GetUtcNow() + TimeSpan.FromSeconds(10);
        await WriteAsync(Started with { LeaseUntil = until }, 0);
        using var executor = Executor(_store);

        var executing = executor.ExecuteAsync(TestTools.Call("pay"), isConfirmed: false, waits.Add, CancellationToken.None);
        await StepsAsync(4, TimeSpan.FromSeconds(1));
        (waits.ShouldHaveSingleItem().Call.Id, waits[0].Until).ShouldBe(("sevt_1", until));
        await WriteAsync(Started with { LeaseUntil = until + TimeSpan.FromSeconds(20), Revision = 2 }, 1);
        await StepsAsync(4, TimeSpan.FromSeconds(2));
        await WriteAsync(Started with { State = ToolCallState.Completed, Result = "paid", Revision = 3 }, 2);
        await _clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(1));

        (await executing).Result().Content.ShouldBe(["paid"]);
        waits.Select(static wait => wait.Until).ShouldBe([until, until + TimeSpan.FromSeconds(20)]);
        var entry = _logs.Entries.ShouldHaveSingleItem();
        (entry.Level, entry.Values["CallId"], entry.Values["Tool"], entry.Values["SessionId"], entry.Values["Until"]).ShouldBe((LogLevel.Information, "sevt_1", "pay", "sesn_1", until));
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_wait_ends_when_the_lease_expires()
    {
        await WriteAsync(Started with { LeaseUntil = _clock.GetUtcNow() + TimeSpan.FromSeconds(0.1) }, 0);
        using var executor = Executor(_store);

        var executing = executor.ExecuteAsync(TestTools.Call("pay"));
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        (await executing.Guarded()).IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wait_can_be_canceled_and_leaves_the_place_for_other_calls()
    {
        await WriteAsync(Started with { LeaseUntil = DateTimeOffset.MaxValue }, 0);
        using var executor = Executor(_store, static options => options with { MaxParallelToolCalls = 1 });
        using var stop = new CancellationTokenSource();
        var waiting = executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token);
        await _clock.WaitForTimersAsync(1);

        (await executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_2")).Guarded()).Result().Content.ShouldBe(["ran 1"]);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting.Guarded());
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldBe(Started with { LeaseUntil = DateTimeOffset.MaxValue });
    }

    [Fact]
    public async Task A_call_that_waited_for_a_place_reads_its_record_again()
    {
        var release = new TaskCompletionSource<object?>();
        var started = new CountedSignal();
        using var executor = new ToolExecutor(
            new ToolOptions { ToolCallStore = _store, MaxParallelToolCalls = 1, Tools = [TestTools.Of("pay", _ => { started.Add(); return release.Task; })] }, _clock);
        var first = executor.ExecuteAsync(TestTools.Call("pay"));
        await started.ReachedAsync(1).Guarded();
        var second = executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_2"));
        await WriteAsync(Started with { CallId = "sevt_2", State = ToolCallState.Completed, Result = "elsewhere" }, 0);
        release.SetResult("here");

        (await first.Guarded()).Result().Content.ShouldBe(["here"]);
        (await second.Guarded()).Result().Content.ShouldBe(["elsewhere"]);
    }

    [Fact]
    public async Task A_call_that_loses_its_claim_to_another_process_leaves_its_place_while_it_waits()
    {
        using var caller = new CancellationTokenSource();
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        using var executor = Executor(new OvertakenStore(_store, Started with { LeaseUntil = until }), static options => options with { MaxParallelToolCalls = 1 });
        var waiting = executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: caller.Token);
        await _clock.WaitForTimersAsync(1);

        (await executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_2")).Guarded()).Result().Content.ShouldBe(["ran 1"]);

        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting.Guarded());
    }

    [Fact]
    public async Task A_write_that_fails_after_another_process_has_written_is_not_ours()
    {
        using var executor = Executor(new OvertakenStore(_store, Started with { State = ToolCallState.Completed, Result = "elsewhere" }, throws: true));

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["elsewhere"]);

        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task The_lease_of_a_call_that_waited_for_a_place_starts_when_it_gets_the_place()
    {
        var release = new TaskCompletionSource<object?>();
        var started = new CountedSignal();
        var lease = TimeSpan.Zero;
        var wait = TestTools.Of("wait", _ => { started.Add(); return release.Task; });
        var pay = TestTools.Of("pay", async token =>
        {
            lease = (await _store.GetAsync("sesn_1", "sevt_2", token))!.LeaseUntil - _clock.GetUtcNow();
            return null;
        });
        using var executor = new ToolExecutor(new ToolOptions { ToolCallStore = _store, MaxParallelToolCalls = 1, Tools = [wait, pay], ToolTimeout = Timeout.InfiniteTimeSpan }, _clock);
        var first = executor.ExecuteAsync(TestTools.Call("wait"));
        await started.ReachedAsync(1).Guarded();
        var second = executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_2"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        release.SetResult(null);

        await Task.WhenAll(first, second).Guarded();

        lease.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_store_that_rejects_every_write_is_reported_after_ten_with_pauses()
    {
        using var caller = new CancellationTokenSource();
        var store = new FaultyToolCallStore(_store, isWrite: true, 1, isPermanent: true, StoreFault.AnswersFalse, caller);
        using var executor = Executor(store);
        var start = _clock.GetUtcNow();

        var executing = executor.ExecuteAsync(TestTools.Call("pay"));
        var problem = await Should.ThrowAsync<ToolCallStoreException>(_clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(0.1)));

        store.Writes.ShouldBe(10);
        (_clock.GetUtcNow() - start).TotalSeconds.ShouldBeInRange(15, 30);
        problem.Message.ShouldContain("sevt_1");
        problem.Message.ShouldContain("TryWriteAsync");
        problem.MayHaveTakenEffect.ShouldBeFalse();
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_pause_after_a_rejected_write_can_be_canceled()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(_store, isWrite: true, 1, isPermanent: true, StoreFault.AnswersFalse, caller));

        var executing = executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: caller.Token);
        await _clock.WaitForTimersAsync(1);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(executing.Guarded());
    }

    [Theory]
    [InlineData(StoreFault.Hangs, "did not answer within 00:00:05")]
    [InlineData(StoreFault.Throws, "threw IOException")]
    [InlineData(StoreFault.IsCanceled, "threw OperationCanceledException")]
    public async Task The_exception_says_what_failed_and_names_the_call(StoreFault fault, string reason)
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(_store, isWrite: false, 1, isPermanent: false, fault, caller), static options => options with { ToolCallStoreTimeout = TimeSpan.FromSeconds(5) });

        var executing = executor.ExecuteAsync(TestTools.Call("pay", """{"card":"4711"}"""));
        var problem = await Should.ThrowAsync<ToolCallStoreException>(_clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(1)));

        problem.Message.ShouldContain($"Reading the record of the call sevt_1 of pay in sesn_1 failed: the tool call store {reason}");
        problem.Message.ShouldNotContain("4711");
        (problem.InnerException is null).ShouldBe(fault == StoreFault.Hangs);
    }

    [Fact]
    public async Task A_hanging_store_times_out_after_30_seconds_by_default()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(_store, isWrite: false, 1, isPermanent: false, StoreFault.Hangs, caller));

        var executing = executor.ExecuteAsync(TestTools.Call("pay"));
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(29.9));
        executing.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        await Should.ThrowAsync<ToolCallStoreException>(executing.Guarded());
        Should.Throw<ArgumentOutOfRangeException>(() => new ToolOptions { ToolCallStoreTimeout = TimeSpan.Zero });
    }

    [Fact]
    public async Task A_hanging_store_can_be_canceled()
    {
        using var caller = new CancellationTokenSource();
        using var executor = Executor(new FaultyToolCallStore(_store, isWrite: false, 1, isPermanent: false, StoreFault.Hangs, caller));

        var executing = executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: caller.Token);
        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(executing.Guarded())).CancellationToken.ShouldBe(caller.Token);
    }

    [Fact]
    public async Task A_claim_that_is_canceled_before_the_run_does_not_count_as_a_start()
    {
        using var caller = new CancellationTokenSource();
        using var canceled = Executor(new FaultyToolCallStore(_store, isWrite: true, 1, isPermanent: false, StoreFault.CallerCancels, caller));

        await Should.ThrowAsync<OperationCanceledException>(canceled.ExecuteAsync(TestTools.Call("pay"), cancellationToken: caller.Token).Guarded());

        var record = (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull();
        (record.State, record.Starts, record.LeaseUntil).ShouldBe((ToolCallState.Started, 0, _clock.GetUtcNow()));
        using var next = Executor(_store);
        (await next.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["ran 1"]);
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().Starts.ShouldBe(1);
    }

    [Fact]
    public async Task The_record_of_a_claim_has_an_id_that_survives_JSON_and_is_optional()
    {
        using var executor = Executor(_store);
        await executor.ExecuteAsync(TestTools.Call("pay")).Guarded();

        var record = (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull();
        record.ClaimId.ShouldNotBeNullOrEmpty();
        ToolCallRecord.FromJson(record.ToJson()).ShouldBe(record);
        var older = record with { ClaimId = null };
        older.ToJson().ShouldNotContain("claim_id");
        ToolCallRecord.FromJson(older.ToJson()).ShouldBe(older);
        Should.Throw<System.Text.Json.JsonException>(() => ToolCallRecord.FromJson(older.ToJson().Replace("{\"session_id\"", "{\"claim_id\":7,\"session_id\"", StringComparison.Ordinal)));
    }

    private static ToolCallRecord Started => new() { SessionId = "sesn_1", CallId = "sevt_1", ToolName = "pay", State = ToolCallState.Started, Revision = 1, ClaimId = "other" };

    private async Task WriteAsync(ToolCallRecord record, long expectedRevision) => (await _store.TryWriteAsync(record, expectedRevision)).ShouldBeTrue();

    private async Task StepsAsync(int count, TimeSpan step)
    {
        for (var i = 0; i < count; i++)
        {
            await _clock.WaitForTimersAsync(1);
            _clock.Advance(step);
        }

        await _clock.WaitForTimersAsync(1);
    }

    private ToolExecutor Executor(IToolCallStore store, Func<ToolOptions, ToolOptions>? change = null)
    {
        var options = new ToolOptions { ToolCallStore = store, Tools = [TestTools.Of("pay", () => $"ran {++_runs}")] };
        return new ToolExecutor(change?.Invoke(options) ?? options, _clock, _logs.CreateLogger("tools"));
    }

    /// <summary>A store in which another process claims a call just before it is claimed here.</summary>
    private sealed class OvertakenStore(IToolCallStore inner, ToolCallRecord other, bool throws = false) : IToolCallStore
    {
        public ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default) => inner.GetAsync(sessionId, callId, cancellationToken);

        public async ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default)
        {
            if (record.CallId == other.CallId)
            {
                await inner.TryWriteAsync(other, 0, cancellationToken);
                if (throws)
                {
                    throw new IOException("The response was lost.");
                }
            }

            return await inner.TryWriteAsync(record, expectedRevision, cancellationToken);
        }
    }
}
