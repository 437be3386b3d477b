using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions;

public sealed class WaitUntilSettledTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("idle")]
    [InlineData("terminated")]
    [InlineData("hibernating")]
    public async Task A_session_that_does_not_run_has_settled(string status)
    {
        await using var server = await StubServer.StartAsync(Session(status));
        using var client = Clients.To(server, clock: _clock);

        (await client.Sessions.WaitUntilIdleAsync("sesn_1").Guarded()).Status.Value.ShouldBe(status);
    }

    [Fact]
    public async Task It_is_asked_less_and_less_often_until_it_has()
    {
        await using var server = await StubServer.StartAsync(Session("running"), Session("rescheduling"), Session("running"), Session("idle"));
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.WaitUntilIdleAsync("sesn_1");
        foreach (var pause in new[] { 0.25, 0.5, 1 })
        {
            await _clock.WaitForTimersAsync(1).Guarded();
            _clock.Advance(TimeSpan.FromSeconds(pause));
        }

        (await waiting.Guarded()).Status.ShouldBe(SessionStatus.Idle);
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_limit_ends_it()
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Session("running");
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.WaitUntilIdleAsync("sesn_1", TimeSpan.FromSeconds(1));
        foreach (var pause in new[] { 0.25, 0.5, 0.25 })
        {
            await _clock.WaitForTimersAsync(1).Guarded();
            _clock.Advance(TimeSpan.FromSeconds(pause));
        }

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(waiting.Guarded());
        (error.Kind, error.Timeout).ShouldBe((TimeoutKind.Wait, TimeSpan.FromSeconds(1)));
    }

    private static Answer Session(string status) => Answers.Json($$"""{"type":"session","id":"sesn_1","status":"{{status}}"}""");
}
