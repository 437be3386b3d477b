using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Claims;

/// <summary>The claim of a function that is running, when the store fails or another process interferes.</summary>
public sealed class HeldClaimTests : IDisposable
{
    private readonly TestTimeProvider _clock = new();
    private readonly InMemoryToolCallStore _records = new();
    private readonly LogRecorder _logs = new();
    private readonly TaskCompletionSource<object?> _release = new();
    private readonly CountedSignal _started = new();

    /// <summary>The faults of one renewal after which the lease is still renewed.</summary>
    public static TheoryData<StoreFault> RenewalFaults => [StoreFault.Throws, StoreFault.ThrowsAfterEffect, StoreFault.AnswersFalse, StoreFault.AnswersFalseAfterEffect];

    public void Dispose() => _logs.Dispose();

    [Theory]
    [MemberData(nameof(RenewalFaults))]
    public async Task A_renewal_that_fails_once_does_not_lose_the_claim(StoreFault fault)
    {
        using var caller = new CancellationTokenSource();
        var running = await StartAsync(new FaultyToolCallStore(_records, isWrite: true, 2, isPermanent: false, fault, caller));

        for (var third = 0; third < 6; third++)
        {
            // The lease of a minute is renewed every 20 seconds.
            await _clock.WaitForTimersAsync(1);
            _clock.Advance(TimeSpan.FromSeconds(20));
            await _clock.WaitForTimersAsync(1);
            (await RecordAsync()).LeaseUntil.ShouldBeGreaterThan(_clock.GetUtcNow());
        }

        _release.SetResult("done");
        (await running.Guarded()).Result().Content.ShouldBe(["done"]);
        (await RecordAsync()).Result.ShouldBe("done");
    }

    [Fact]
    public async Task Every_renewal_is_one_write()
    {
        using var caller = new CancellationTokenSource();
        var store = new FaultyToolCallStore(_records, isWrite: true, 100, isPermanent: false, StoreFault.Throws, caller);
        var running = await StartAsync(store);

        for (var third = 0; third < 3; third++)
        {
            await _clock.WaitForTimersAsync(1);
            _clock.Advance(TimeSpan.FromSeconds(20));
        }

        await _clock.WaitForTimersAsync(1);
        ((await RecordAsync()).Revision, store.Writes).ShouldBe((4, 4));
        _release.SetResult("done");
        await running.Guarded();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_claim_that_another_process_took_over_is_not_renewed(bool isCompleted)
    {
        var running = await StartAsync(_records);
        var taken = (await RecordAsync()) with { ClaimId = "other", Revision = 2, LeaseUntil = _clock.GetUtcNow() + TimeSpan.FromDays(1) };
        taken = isCompleted ? taken with { State = ToolCallState.Completed, Result = "theirs" } : taken;
        (await _records.TryWriteAsync(taken, 1)).ShouldBeTrue();

        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(20));
        _release.SetResult("ours");

        (await running.Guarded()).Result().Content.ShouldBe([isCompleted ? "theirs" : "ours"]);
        (await RecordAsync()).ShouldBe(taken);
        _logs.AllText.ShouldContain("was taken over");
        _clock.ActiveTimers.ShouldBe(0);
    }

    [Fact]
    public async Task A_result_is_recorded_even_if_a_renewal_with_an_unknown_outcome_changed_the_revision()
    {
        using var caller = new CancellationTokenSource();
        var running = await StartAsync(new FaultyToolCallStore(_records, isWrite: true, 2, isPermanent: false, StoreFault.ThrowsAfterEffect, caller));
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await _clock.WaitForTimersAsync(1);
        _release.SetResult("done");

        (await running.Guarded()).Result().Content.ShouldBe(["done"]);

        var record = await RecordAsync();
        (record.State, record.Revision).ShouldBe((ToolCallState.Completed, 3));
    }

    [Fact]
    public async Task A_result_that_no_write_records_is_returned_after_three()
    {
        using var caller = new CancellationTokenSource();
        var store = new FaultyToolCallStore(_records, isWrite: true, 2, isPermanent: true, StoreFault.AnswersFalse, caller);
        var running = await StartAsync(store);
        _release.SetResult("done");

        (await running.Guarded()).Result().Content.ShouldBe(["done"]);
        store.Writes.ShouldBe(4);
    }

    [Fact]
    public async Task A_claim_that_is_released_can_be_continued_immediately()
    {
        using var stop = new CancellationTokenSource();
        var running = await StartAsync(_records, cancellationToken: stop.Token);
        await stop.CancelAsync();
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<OperationCanceledException>(running.Guarded());

        var record = await RecordAsync();
        (record.State, record.Starts, record.LeaseUntil <= _clock.GetUtcNow()).ShouldBe((ToolCallState.Started, 1, true));
        _clock.ActiveTimers.ShouldBe(0);
    }

    [Fact]
    public async Task A_lease_that_does_not_expire_is_not_renewed()
    {
        var running = await StartAsync(_records, lease: Timeout.InfiniteTimeSpan);
        _clock.ActiveTimers.ShouldBe(0);
        (await RecordAsync()).LeaseUntil.ShouldBe(DateTimeOffset.MaxValue);
        _release.SetResult("done");

        (await running.Guarded()).Result().Content.ShouldBe(["done"]);
    }

    private async Task<ToolCallRecord> RecordAsync() => (await _records.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull();

    private async Task<Task<ToolExecutionResult>> StartAsync(IToolCallStore store, TimeSpan? lease = null, CancellationToken cancellationToken = default)
    {
        var executor = new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = store,
                ToolTimeout = Timeout.InfiniteTimeSpan,
                ToolCallLeaseDuration = lease ?? TimeSpan.FromMinutes(1),
                Tools = [TestTools.Of("long", _ => { _started.Add(); return _release.Task; })],
            },
            _clock,
            _logs.CreateLogger("tools"));
        var running = executor.ExecuteAsync(TestTools.Call("long"), cancellationToken: cancellationToken);
        await _started.ReachedAsync(1).Guarded();
        return running;
    }
}
