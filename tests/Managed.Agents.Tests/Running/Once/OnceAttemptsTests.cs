using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>How many times something is sent or created when nothing of it is ever found.</summary>
public sealed class OnceAttemptsTests : EmulatorTest
{
    private readonly TestTimeProvider _clock = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task A_send_is_attempted_once_and_then_retried(int retries, int attempts)
    {
        await using var session = await UnreliableSession.StartAsync(_clock, [.. Enumerable.Repeat(SendBehavior.Dropped, 9)]);

        var result = await PassAsync(session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi", new OnceOptions { MaxRetryAttempts = retries }));

        (result.Outcome, result.Attempts, session.Sends).ShouldBe((OnceOutcome.Unknown, attempts, attempts));
    }

    [Fact]
    public async Task A_send_is_retried_twice_by_default()
    {
        await using var session = await UnreliableSession.StartAsync(_clock, [.. Enumerable.Repeat(SendBehavior.Dropped, 9)]);

        (await PassAsync(session.Client.Sessions.Events.SendOnceAsync("sesn_1", "hi"))).Attempts.ShouldBe(3);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task A_create_is_attempted_once_and_then_retried(int retries, int attempts)
    {
        using var client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, _clock);
        Emulator.Faults.OnRequests("agents.create").Times(9).Fail(500);

        var result = await PassAsync(client.Agents.CreateOnceAsync(new() { Name = "a", Model = "claude-sonnet-5-5" }, options: new OnceOptions { MaxRetryAttempts = retries }));

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Unknown, attempts));
        Emulator.Requests.Count(static request => request.Method == "POST").ShouldBe(attempts);
    }

    private async Task<T> PassAsync<T>(Task<T> task)
    {
        while (await Task.WhenAny(task, _clock.WaitForTimersAsync(1)).Guarded() != task)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        return await task;
    }
}
