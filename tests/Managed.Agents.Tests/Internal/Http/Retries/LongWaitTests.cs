using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>A wait that is too long is told to the caller instead of being waited out.</summary>
public sealed class LongWaitTests
{
    public static TheoryData<string> OneOfEachKind => Theories.Of(Call.OneOfEachKind);

    [Theory]
    [MemberData(nameof(OneOfEachKind))]
    public async Task A_wait_above_the_cap_is_told_at_once(string name)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", ("retry-after", "60.001")));
        using var client = Clients.To(server, clock: new ManualTimeProvider());

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
    public async Task However_long_the_wait_is_the_service_is_not_asked_sooner(string header, string value)
    {
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", (header, value)));
        using var client = Clients.To(server, clock: new ManualTimeProvider());

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromHours(1));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_cap_is_an_option()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", ("retry-after", "600")), Answers.Agent());
        using var client = Clients.To(server, static options => options.Resilience!.MaxRetryAfter = TimeSpan.FromMinutes(10), clock);

        var running = client.Agents.GetAsync("agent_1");
        await clock.WaitForTimersAsync(1).Guarded();
        clock.Advance(TimeSpan.FromMinutes(10));
        await running.Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_wait_is_told_when_the_attempts_are_used_up()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", ("retry-after", "5")));
        using var client = Clients.To(server, static options => options.Resilience!.MaxRetryAttempts = 0);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_rate_limit_without_a_wait_has_none()
    {
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Error(429, "rate_limit_error");
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        error.RetryAfter.ShouldBeNull();
    }
}
