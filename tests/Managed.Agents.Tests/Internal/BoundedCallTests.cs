using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal;

public sealed class BoundedCallTests : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly TestTimeProvider _clock = new();
    private readonly TaskCompletionSource<int> _code = new();
    private readonly CancellationTokenSource _caller = new();
    private CancellationToken _seen;

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task Code_that_completes_synchronously_needs_no_timer()
    {
        _code.SetResult(7);

        (await RunAsync()).ShouldBe((true, 7));

        _clock.ActiveTimers.ShouldBe(0);
    }

    [Fact]
    public async Task Code_that_completes_before_the_timeout_returns_its_value()
    {
        var running = RunAsync();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        _code.SetResult(7);

        (await running.Guarded()).ShouldBe((true, 7));

        _seen.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task Code_that_ignores_its_token_is_abandoned_after_the_timeout()
    {
        var running = RunAsync();
        _clock.Advance(Timeout);

        (await running.Guarded()).ShouldBe((false, 0));

        _seen.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_TimeoutException_of_the_code_is_not_its_timeout()
    {
        var running = RunAsync();
        _code.SetException(new TimeoutException("of the code"));

        (await Should.ThrowAsync<TimeoutException>(running.Guarded())).Message.ShouldBe("of the code");
    }

    [Fact]
    public async Task Code_that_ignores_its_token_is_abandoned_when_the_caller_cancels()
    {
        var running = RunAsync();
        await _caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(running.Guarded())).CancellationToken.ShouldBe(_caller.Token);

        _seen.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Code_is_not_called_after_a_cancellation()
    {
        await _caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(RunAsync().Guarded());

        _seen.CanBeCanceled.ShouldBeFalse("the code was not called");
    }

    private Task<(bool IsCompleted, int Value)> RunAsync() => BoundedCall.RunAsync(
        token =>
        {
            _seen = token;
            return new ValueTask<int>(_code.Task);
        },
        Timeout,
        _clock,
        _caller.Token);
}
