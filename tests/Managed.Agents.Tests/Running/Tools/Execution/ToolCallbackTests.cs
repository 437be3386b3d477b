using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Execution;

/// <summary>Callbacks of the options that fail or hang.</summary>
public sealed class ToolCallbackTests : IDisposable
{
    private readonly TestTimeProvider _clock = new();
    private readonly InMemoryToolCallStore _store = new();
    private readonly LogRecorder _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_callback_for_unknown_outcomes_that_throws_leaves_the_call_unanswered(bool isCancellation)
    {
        using var executor = await CrashedAsync((_, _) => throw (isCancellation ? new OperationCanceledException() : new IOException("down")));

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).ShouldBe(new ToolExecutionResult(ToolExecutionResultKind.LeftUnanswered, null, IsOutcomeUnknown: true));

        _logs.Entries.ShouldHaveSingleItem().Message.ShouldStartWith("ToolOptions.OnUnknownOutcome failed for call sevt_1");
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().State.ShouldBe(ToolCallState.Started);
    }

    [Fact]
    public async Task A_callback_for_unknown_outcomes_that_hangs_times_out()
    {
        using var executor = await CrashedAsync(static (_, _) => new ValueTask<ToolResult?>(new TaskCompletionSource<ToolResult?>().Task));

        var executing = executor.ExecuteAsync(TestTools.Call("pay"));
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(2));

        (await executing.Guarded()).Kind.ShouldBe(ToolExecutionResultKind.LeftUnanswered);
        _logs.Entries.ShouldHaveSingleItem().Message.ShouldContain("did not finish within 00:02:00");
    }

    [Fact]
    public async Task A_callback_for_unknown_outcomes_can_be_canceled()
    {
        using var stop = new CancellationTokenSource();
        using var executor = await CrashedAsync(async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return null;
        });

        await Should.ThrowAsync<OperationCanceledException>(executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: stop.Token).Guarded());

        _logs.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_was_left_unanswered_is_asked_about_again()
    {
        var asked = 0;
        using var executor = await CrashedAsync((_, _) => ValueTask.FromResult(++asked == 1 ? null : ToolResult.FromText("It was paid.")));

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Kind.ShouldBe(ToolExecutionResultKind.LeftUnanswered);
        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["It was paid."]);
        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).IsOutcomeUnknown.ShouldBeTrue();

        asked.ShouldBe(2);
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task The_answer_of_the_process_that_first_records_an_unknown_outcome_counts()
    {
        using var executor = await CrashedAsync(async (_, token) =>
        {
            await _store.TryWriteAsync((await _store.GetAsync("sesn_1", "sevt_1", token))! with { State = ToolCallState.Completed, Result = "theirs", Revision = 2 }, 1, token);
            return "ours";
        });

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().Content.ShouldBe(["theirs"]);
    }

    [Fact]
    public async Task A_callback_for_error_messages_that_throws_is_logged()
    {
        using var executor = new ToolExecutor(
            new ToolOptions
            {
                Tools = [TestTools.Of("pay", static object? () => throw new IOException("down"))],
                DescribeToolError = static (_, _) => throw new FormatException("wrong"),
            },
            _clock,
            _logs.CreateLogger("tools"));

        (await executor.ExecuteAsync(TestTools.Call("pay")).Guarded()).Result().ShouldBe(UserCustomToolResult.Error("sevt_1", "The tool failed."));

        _logs.Entries.Select(static entry => entry.Exception?.GetType()).ShouldBe([typeof(IOException), typeof(FormatException)]);
    }

    [Fact]
    public async Task A_disposed_executor_records_running_calls_and_rejects_others()
    {
        var release = new TaskCompletionSource<object?>();
        var started = new CountedSignal();
        var executor = new ToolExecutor(new ToolOptions { ToolCallStore = _store, Tools = [TestTools.Of("pay", _ => { started.Add(); return release.Task; })] }, _clock);
        var running = executor.ExecuteAsync(TestTools.Call("pay"));
        await started.ReachedAsync(1).Guarded();

        executor.Dispose();
        release.SetResult("paid");

        (await running.Guarded()).Result().Content.ShouldBe(["paid"]);
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().State.ShouldBe(ToolCallState.Completed);
        await Should.ThrowAsync<ObjectDisposedException>(executor.ExecuteAsync(TestTools.Call("pay", id: "sevt_2")).Guarded());
    }

    private async Task<ToolExecutor> CrashedAsync(Func<ToolCall, CancellationToken, ValueTask<ToolResult?>> ask)
    {
        var record = new ToolCallRecord { SessionId = "sesn_1", CallId = "sevt_1", State = ToolCallState.Started, Revision = 1 };
        (await _store.TryWriteAsync(record, 0)).ShouldBeTrue();
        return new ToolExecutor(
            new ToolOptions { ToolCallStore = _store, Tools = [TestTools.Of("pay", static object? () => throw new InvalidOperationException("It must not run."))], OnUnknownOutcome = ask },
            _clock,
            _logs.CreateLogger("tools"));
    }
}
