using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

public sealed class CreateOnceTests : EmulatorTest
{
    private readonly TestTimeProvider _clock = new();

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 200)]
    [InlineData(0, 500)]
    public async Task A_session_is_created_once_even_if_the_response_is_lost(int lost, int status)
    {
        using var client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, _clock);
        var session = await CreateSessionAsync();
        if (lost > 0)
        {
            Emulator.Faults.OnRequests("sessions.create").Times(lost).DropResponse();
        }

        if (status != 200)
        {
            Emulator.Faults.OnRequests("sessions.create").Once().Fail(status);
        }

        var creating = client.Sessions.CreateOnceAsync(new() { Agent = session.Agent.Id, EnvironmentId = session.EnvironmentId, Metadata = new Dictionary<string, string> { ["mine"] = "kept" } });
        await _clock.AdvanceUntilAsync(creating, TimeSpan.FromSeconds(10));

        var result = await creating;
        result.Outcome.ShouldBe(lost > 0 ? OnceOutcome.Found : OnceOutcome.Sent);
        result.Attempts.ShouldBe(status == 200 ? 1 : 2);
        result.Value.ShouldNotBeNull().Metadata.ShouldBe(new Dictionary<string, string> { ["mine"] = "kept", [CreateMarker.Key] = result.Marker }, ignoreOrder: true);
        (await AllAsync(Client.Sessions.ListAsync())).Count(one => one.Metadata.ContainsKey(CreateMarker.Key)).ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_is_created_once_with_a_custom_marker()
    {
        using var client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, _clock);
        Emulator.Faults.OnRequests("agents.create").Once().DropResponse();

        var creating = client.Agents.CreateOnceAsync(new() { Name = "once", Model = "claude-sonnet-5-5" }, "order-17");
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(10));

        var result = await creating.Guarded();
        (result.Outcome, result.Marker, result.Value!.Name).ShouldBe((OnceOutcome.Found, "order-17", "once"));
    }

    [Fact]
    public async Task Two_matches_make_the_outcome_unknown()
    {
        var agent = new JsonObject { ["type"] = "agent", ["id"] = "agent_1", ["name"] = "a", ["metadata"] = new JsonObject { [CreateMarker.Key] = "m" } };
        await using var server = await KestrelServer.StartAsync(
            Responses.Abort(), Responses.Json(new JsonObject { ["data"] = new JsonArray(agent, agent.DeepClone()), ["next_page"] = null }.ToJsonString()));
        using var client = Clients.To(server, clock: _clock);

        var creating = client.Agents.CreateOnceAsync(new() { Name = "a", Model = "claude-sonnet-5-5" }, "m", new OnceOptions { SettleDelay = TimeSpan.Zero });

        var result = await creating.Guarded();
        (result.Outcome, result.Value).ShouldBe((OnceOutcome.Unknown, null));
        result.Candidates.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_retry_whose_object_is_not_listed_is_not_retried_again()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Abort(), Responses.Json(Lists.Empty), Responses.Agent(), Responses.Json(Lists.Empty));
        using var client = Clients.To(server, clock: _clock);

        var result = await client.Agents.CreateOnceAsync(new() { Name = "a", Model = "claude-sonnet-5-5" }, options: new OnceOptions { SettleDelay = TimeSpan.Zero }).Guarded();

        (result.Outcome, result.Attempts).ShouldBe((OnceOutcome.Unknown, 2));
        result.Candidates.ShouldHaveSingleItem().Id.ShouldBe("agent_1");
        server.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(513)]
    public void A_marker_of_an_invalid_length_is_rejected(int length) =>
        Should.Throw<ArgumentException>(() => { _ = Client.Vaults.CreateOnceAsync(new() { DisplayName = "v" }, new string('m', length)); })
            .Message.ShouldContain("between 1 and 512");

    [Fact]
    public void A_missing_request_is_rejected() =>
        Should.Throw<ArgumentNullException>(() => { _ = Client.Vaults.CreateOnceAsync(null!); }).ParamName.ShouldBe("request");

    [Fact]
    public async Task A_rejection_is_thrown_and_a_second_marker_is_rejected_before_a_request_is_sent()
    {
        Emulator.Faults.OnRequests("agents.create").Once().Fail(400);
        await Should.ThrowAsync<ManagedAgentsApiException>(Client.Agents.CreateOnceAsync(new() { Name = "a", Model = "claude-sonnet-5-5" }));
        Should.Throw<ArgumentException>(() =>
        {
            _ = Client.Agents.CreateOnceAsync(new() { Name = "a", Model = "claude-sonnet-5-5", Metadata = new Dictionary<string, string> { [CreateMarker.Key] = "x" } });
        }).Message.ShouldContain(CreateMarker.Key);
    }
}
