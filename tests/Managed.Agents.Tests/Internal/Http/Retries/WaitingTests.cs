using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>How long the client waits between attempts, on a clock that only the test moves.</summary>
public sealed class WaitingTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static TheoryData<string, string, string, double> NamedWaits
    {
        get
        {
            var data = new TheoryData<string, string, string, double>();
            foreach (var call in Call.OneOfEachKind)
            {
                data.Add(call, "retry-after-ms", "1500", 1.5);
                data.Add(call, "retry-after-ms", "0.25", 0.001);
                data.Add(call, "retry-after", "7", 7);
                data.Add(call, "retry-after", "1.5", 1.5);
                data.Add(call, "retry-after", "60", 60);
                data.Add(call, "retry-after", "0.0001", 0.001);
                data.Add(call, "retry-after", "Sat, 21 Nov 2026 09:00:30 GMT", 30);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamedWaits))]
    public async Task The_wait_that_the_server_names_is_kept_to_the_tick(string name, string header, string value, double seconds)
    {
        var call = Call.Named(name);
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", (header, value)), call.Success);
        using var client = Clients.To(server, clock: clock);

        var running = call.RunAsync(client, default);
        await WaitOutAsync(clock, TimeSpan.FromSeconds(seconds), server);
        await running.Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Milliseconds_are_preferred_to_seconds()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Error(529, "overloaded_error", ("retry-after", "30"), ("retry-after-ms", "250")), Answers.Agent());
        using var client = Clients.To(server, clock: clock);

        var running = client.Agents.GetAsync("agent_1");
        await WaitOutAsync(clock, TimeSpan.FromMilliseconds(250), server);
        await running.Guarded();
    }

    [Theory]
    [InlineData("retry-after", "0")]
    [InlineData("retry-after", "-5")]
    [InlineData("retry-after", "-0.5")]
    [InlineData("retry-after", "soon")]
    [InlineData("retry-after", "")]
    [InlineData("retry-after", "NaN")]
    [InlineData("retry-after", "1,5")]
    [InlineData("retry-after", "12:00")]
    [InlineData("retry-after", "2027-01-01")]
    [InlineData("retry-after", "Sat, 21 Nov 2026 08:59:59 GMT")]
    [InlineData("retry-after-ms", "0")]
    [InlineData("retry-after-ms", "-1")]
    [InlineData("retry-after-ms", "later")]
    public async Task A_wait_that_makes_no_sense_gives_way_to_the_client_s_own(string header, string value)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", (header, value)), Answers.Agent());
        using var client = Clients.To(server, clock: clock);

        // The client's own wait is zero here, so nobody has to move the clock.
        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_client_s_own_waits_grow_are_jittered_and_stay_below_their_cap()
    {
        const int Retries = 8;
        var cap = TimeSpan.FromSeconds(4);
        var first = new List<TimeSpan>();
        for (var run = 0; run < 5; run++)
        {
            var waits = await OwnWaitsAsync(Retries, TimeSpan.FromSeconds(1), cap);

            waits.Count.ShouldBe(Retries);
            waits.ShouldAllBe(wait => wait >= TimeSpan.Zero && wait <= cap);
            waits[0].ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
            waits[^1].ShouldBe(cap);
            first.Add(waits[0]);
        }

        first.Distinct().Count().ShouldBeGreaterThan(1, "without jitter, a fleet comes back all at once");
    }

    [Fact]
    public async Task Each_wait_is_logged_with_the_attempt_that_failed_and_why()
    {
        var logs = new LogRecorder();
        await using var server = await StubServer.StartAsync(Answers.Error(500), Answers.Error(529, "overloaded_error"), Answers.Agent());
        using var client = Clients.To(server, logs: logs);

        await client.Agents.GetAsync("agent_1").Guarded();

        var warnings = logs.Entries.Where(static entry => entry.Level == LogLevel.Warning).ToList();
        warnings.Select(static entry => entry.Values["Attempt"]).ShouldBe([1, 2]);
        warnings[0].Message.ShouldContain("GET v1/agents/agent_1");
        warnings[0].Message.ShouldContain("failed with 500 api_error");
        warnings[1].Message.ShouldContain("failed with 529 overloaded_error");
    }

    private static async Task<IReadOnlyList<TimeSpan>> OwnWaitsAsync(int retries, TimeSpan baseDelay, TimeSpan cap)
    {
        var logs = new LogRecorder();
        await using var server = await StubServer.StartAsync();
        server.Always = Answers.Error(503);
        using var client = Clients.To(
            server,
            options => options.Resilience = new ResilienceOptions { MaxRetryAttempts = retries, BaseDelay = baseDelay, MaxDelay = cap },
            new ImpatientTimeProvider(),
            logs);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.GetAsync("agent_1").Guarded());

        server.Requests.Count.ShouldBe(retries + 1);
        return [.. logs.Entries.Where(static entry => entry.Level == LogLevel.Warning).Select(static entry => (TimeSpan)entry.Values["Delay"]!)];
    }

    private static async Task WaitOutAsync(ManualTimeProvider clock, TimeSpan wait, StubServer server)
    {
        await clock.WaitForTimersAsync(1).Guarded();
        clock.Advance(wait - Tick);
        clock.ActiveTimerCount.ShouldBe(1, "the wait is not over yet");
        server.Requests.Count.ShouldBe(1);
        clock.Advance(Tick);
        clock.ActiveTimerCount.ShouldBe(0, "the wait is over");
    }
}
