using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Http.Retries;

/// <summary>The delays between attempts, on a clock that only the test advances.</summary>
public sealed class RetryDelayTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static TheoryData<string, string, string, double> ServerDelays
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
    [MemberData(nameof(ServerDelays))]
    public async Task The_delay_from_the_server_is_used_exactly(string name, string header, string value, double seconds)
    {
        var call = Call.Named(name);
        var clock = new TestTimeProvider();
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", (header, value)), call.Success);
        using var client = Clients.To(server, clock: clock);

        var running = call.RunAsync(client, default);
        await AdvanceOverDelayAsync(clock, TimeSpan.FromSeconds(seconds), server);
        await running.Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Milliseconds_take_precedence_over_seconds()
    {
        var clock = new TestTimeProvider();
        using var server = MockServer.Start(Responses.Error(529, "overloaded_error", ("retry-after", "30"), ("retry-after-ms", "250")), Responses.Agent());
        using var client = Clients.To(server, clock: clock);

        var running = client.Agents.GetAsync("agent_1");
        await AdvanceOverDelayAsync(clock, TimeSpan.FromMilliseconds(250), server);
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
    public async Task An_invalid_delay_is_replaced_by_the_delay_of_the_client(string header, string value)
    {
        var clock = new TestTimeProvider();
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", (header, value)), Responses.Agent());
        using var client = Clients.To(server, clock: clock);

        // The delay of the client is zero here, so the clock need not advance.
        await client.Agents.GetAsync("agent_1").Guarded();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_delays_of_the_client_grow_have_jitter_and_stay_below_the_maximum()
    {
        const int Retries = 8;
        var cap = TimeSpan.FromSeconds(4);
        var first = new List<TimeSpan>();
        for (var run = 0; run < 5; run++)
        {
            var delays = await ClientDelaysAsync(Retries, TimeSpan.FromSeconds(1), cap);

            delays.Count.ShouldBe(Retries);
            delays.ShouldAllBe(delay => delay >= TimeSpan.Zero && delay <= cap);
            delays[0].ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
            delays[^1].ShouldBe(cap);
            first.Add(delays[0]);
        }

        first.Distinct().Count().ShouldBeGreaterThan(1, "without jitter, many clients retry at the same time");
    }

    [Fact]
    public async Task Each_delay_is_logged_with_the_failed_attempt_and_the_reason()
    {
        var logs = new LogRecorder();
        using var server = MockServer.Start(Responses.Error(500), Responses.Error(529, "overloaded_error"), Responses.Agent());
        using var client = Clients.To(server, logs: logs);

        await client.Agents.GetAsync("agent_1").Guarded();

        var warnings = logs.Entries.Where(static entry => entry.Level == LogLevel.Warning).ToList();
        warnings.Select(static entry => entry.Values["Attempt"]).ShouldBe([1, 2]);
        warnings[0].Message.ShouldContain("GET v1/agents/agent_1");
        warnings[0].Message.ShouldContain("failed with 500 api_error");
        warnings[1].Message.ShouldContain("failed with 529 overloaded_error");
    }

    private static async Task<IReadOnlyList<TimeSpan>> ClientDelaysAsync(int retries, TimeSpan baseDelay, TimeSpan cap)
    {
        var clock = new TestTimeProvider();
        var logs = new LogRecorder();
        using var server = MockServer.Start();
        server.DefaultResponse = Responses.Error(503);
        using var client = Clients.To(
            server,
            options => options.Resilience = new ResilienceOptions { MaxRetryAttempts = retries, BaseDelay = baseDelay, MaxDelay = cap },
            clock,
            logs);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => clock.AdvanceUntilAsync(client.Agents.GetAsync("agent_1"), cap));

        server.Requests.Count.ShouldBe(retries + 1);
        return [.. logs.Entries.Where(static entry => entry.Level == LogLevel.Warning).Select(static entry => (TimeSpan)entry.Values["Delay"]!)];
    }

    private static async Task AdvanceOverDelayAsync(TestTimeProvider clock, TimeSpan delay, MockServer server)
    {
        await clock.WaitForTimersAsync(1);
        clock.Advance(delay - Tick);
        clock.ActiveTimers.ShouldBe(1, "the delay has not ended yet");
        server.Requests.Count.ShouldBe(1);
        clock.Advance(Tick);
        clock.ActiveTimers.ShouldBe(0, "the delay has ended");
    }
}
