using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>A delay above the maximum is reported to the caller immediately.</summary>
public sealed class MaxRetryAfterTests
{
    public static TheoryData<string> OneOfEachKind => Theories.Of(Call.OneOfEachKind);

    [Theory]
    [MemberData(nameof(OneOfEachKind))]
    public async Task A_delay_above_the_maximum_is_reported_immediately(string name)
    {
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", ("retry-after", "60.001")));
        using var client = Clients.To(server, clock: new TestTimeProvider());

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Call.Named(name).RunAsync(client, default).Guarded());

        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60.001));
        error.MayHaveTakenEffect.ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("retry-after", "86400")]
    [InlineData("retry-after", "2592000")]
    [InlineData("retry-after", "99999999999")]
    [InlineData("retry-after", "1e300")]
    [InlineData("retry-after-ms", "99999999999")]
    [InlineData("retry-after", "Fri, 01 Jan 2100 00:00:00 GMT")]
    public async Task A_very_long_delay_is_never_shortened(string header, string value)
    {
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", (header, value)));
        using var client = Clients.To(server, clock: new TestTimeProvider());

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromHours(1));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_maximum_is_configurable()
    {
        var clock = new TestTimeProvider();
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", ("retry-after", "600")), Responses.Agent());
        using var client = Clients.To(server, static options => options.Resilience!.MaxRetryAfter = TimeSpan.FromMinutes(10), clock);

        var running = client.Agents.GetAsync("agent_1");
        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromMinutes(10));
        await running.Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_delay_is_reported_when_the_retries_are_exhausted()
    {
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", ("retry-after", "5")));
        using var client = Clients.To(server, static options => options.Resilience!.MaxRetryAttempts = 0);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_rate_limit_error_without_a_delay_has_no_RetryAfter()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Error(429, "rate_limit_error");
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.RetryAfter.ShouldBeNull();
    }
}
