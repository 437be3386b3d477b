using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions;

public sealed class WaitUntilSettledTests
{
    private readonly TestTimeProvider _clock = new();

    [Theory]
    [InlineData("idle")]
    [InlineData("terminated")]
    [InlineData("hibernating")]
    public async Task A_session_that_is_not_running_is_settled(string status)
    {
        using var server = MockServer.Start(Session(status));
        using var client = Clients.To(server, clock: _clock);

        (await client.Sessions.WaitUntilIdleAsync("sesn_1").Guarded()).Status.Value.ShouldBe(status);
    }

    [Fact]
    public async Task The_polling_interval_grows_until_the_session_is_settled()
    {
        using var server = MockServer.Start(Session("running"), Session("rescheduling"), Session("running"), Session("idle"));
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.WaitUntilIdleAsync("sesn_1");
        foreach (var pause in new[] { 0.25, 0.5, 1 })
        {
            await _clock.WaitForTimersAsync(1);
            _clock.Advance(TimeSpan.FromSeconds(pause));
        }

        (await waiting.Guarded()).Status.ShouldBe(SessionStatus.Idle);
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_wait_times_out()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Session("running");
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.WaitUntilIdleAsync("sesn_1", TimeSpan.FromSeconds(1));
        foreach (var pause in new[] { 0.25, 0.5, 0.25 })
        {
            await _clock.WaitForTimersAsync(1);
            _clock.Advance(TimeSpan.FromSeconds(pause));
        }

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(waiting.Guarded());
        (error.Kind, error.Timeout).ShouldBe((TimeoutKind.Wait, TimeSpan.FromSeconds(1)));
    }

    private static CannedResponse Session(string status) => Responses.Json($$"""{"type":"session","id":"sesn_1","status":"{{status}}"}""");
}
