using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect requests and their responses.</summary>
public sealed class RequestFaultTests
{
    private const string Agent = """{"name":"a","model":"claude-opus-5"}""";

    [Theory]
    [InlineData(409, "conflict_error")]
    [InlineData(429, "rate_limit_error")]
    [InlineData(500, "api_error")]
    [InlineData(529, "overloaded_error")]
    public async Task A_request_fails_without_being_executed_until_the_fault_reaches_its_limit(int status, string type)
    {
        await using var api = await TestApi.StartAsync();
        var fault = api.Emulator.Faults.OnRequests("agents.create").Times(2).Fail(status);

        for (var i = 0; i < 2; i++)
        {
            var failed = await api.PostAsync("/v1/agents", Agent);
            failed.ShouldFail(status, type, "fault injected into the emulator");
            failed.Headers.RetryAfter.ShouldBeNull();
            failed.Headers.Contains("x-should-retry").ShouldBeFalse();
        }

        fault.Hits.ShouldBe(2);
        (await api.GetAsync("/v1/agents")).Data.ShouldBeEmpty();
        (await api.PostAsync("/v1/agents", Agent)).ShouldSucceed();
    }

    [Fact]
    public async Task An_error_has_the_configured_headers_and_type()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.list").Once().Fail(429, retryAfter: TimeSpan.FromSeconds(1.2), shouldRetry: false, errorType: "overloaded_error");
        api.Emulator.Faults.OnRequests("agents.list").Once().Fail(409, shouldRetry: true);

        var first = await api.GetAsync("/v1/agents");
        var second = await api.GetAsync("/v1/agents");

        first.ErrorType.ShouldBe("overloaded_error");
        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        first.Headers.GetValues("x-should-retry").ShouldBe(["false"]);
        second.Headers.GetValues("x-should-retry").ShouldBe(["true"]);
    }

    [Fact]
    public async Task The_first_matching_fault_applies()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.list", "environments.list").Times(2).Fail(529);
        api.Emulator.Faults.OnRequests().Once().Fail(500);

        List<int> statuses =
        [
            (await api.GetAsync("/v1/agents")).Status,
            (await api.GetAsync("/v1/environments")).Status,
            (await api.GetAsync("/v1/agents")).Status,
            (await api.GetAsync("/v1/agents")).Status,
        ];

        statuses.ShouldBe([529, 529, 500, 200]);
    }

    [Fact]
    public async Task A_dropped_request_is_not_executed_and_a_request_with_a_dropped_response_is_executed()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.create").Once().DropRequest();
        api.Emulator.Faults.OnRequests("agents.create").Once().DropResponse();

        await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync("/v1/agents", Agent));
        (await api.GetAsync("/v1/agents")).Data.ShouldBeEmpty();
        await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync("/v1/agents", Agent));
        (await api.GetAsync("/v1/agents")).Data.ShouldHaveSingleItem();

        api.Emulator.Requests.Where(static request => request.Operation == "agents.create").Select(static request => request.Status).ShouldBe([0, 200]);
    }

    [Fact]
    public async Task The_response_of_a_stream_can_be_dropped()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var fault = api.Emulator.Faults.OnRequests("sessions.events.stream").Once().DropResponse();

        await Should.ThrowAsync<HttpRequestException>(() => api.StreamAsync(session));

        fault.Hits.ShouldBe(1);
        await api.StreamAsync(session);
    }

    [Fact]
    public async Task A_response_can_be_truncated()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.create").Once().TruncateResponse();

        await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync("/v1/agents", Agent));

        (await api.GetAsync("/v1/agents")).Data.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_request_with_a_delayed_response_is_executed_immediately()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        api.Emulator.Faults.OnRequests("sessions.events.send").Once().DelayResponse(TimeSpan.FromMinutes(3));
        var timers = clock.ActiveTimerCount;

        var answer = api.SayAsync(session, "Hello");
        (await stream.UntilIdleAsync()).Types().ShouldContain("agent.message");
        await clock.WaitForTimersAsync(timers + 1);
        answer.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(3));

        (await answer).ShouldSucceed();
    }

    [Fact]
    public async Task A_response_can_be_delayed_indefinitely()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        api.Emulator.Faults.OnRequests("sessions.events.send").Once().DelayResponse();

        var answer = api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();
        answer.IsCompleted.ShouldBeFalse();
        await api.Emulator.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task A_stream_with_delayed_headers_misses_no_events()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnRequests("sessions.events.stream").Once().DelayResponse(TimeSpan.FromSeconds(5));
        var timers = clock.ActiveTimerCount;
        var late = api.StreamAsync(session);
        await clock.WaitForTimersAsync(timers + 1);

        await api.SayAsync(session, "Hello");
        clock.Advance(TimeSpan.FromSeconds(5));

        (await (await late).UntilIdleAsync()).Types().First().ShouldBe("user.message");
    }

    [Fact]
    public async Task A_fault_for_one_session_does_not_affect_other_requests()
    {
        await using var api = await TestApi.StartAsync();
        var (affected, unaffected) = (await api.CreateSessionAsync(), await api.CreateSessionAsync());
        api.Emulator.Faults.OnRequests().ForSession(affected).Fail(503);

        (await api.GetAsync($"/v1/sessions/{affected}")).Status.ShouldBe(503);
        (await api.GetAsync($"/v1/sessions/{unaffected}")).ShouldSucceed();
        (await api.GetAsync("/v1/agents")).ShouldSucceed();
    }

    [Fact]
    public async Task The_affected_requests_depend_on_the_seed_only()
    {
        var first = await StatusesAsync(seed: 7);

        first.ShouldContain(503);
        first.ShouldContain(200);
        (await StatusesAsync(seed: 7)).ShouldBe(first);
        (await StatusesAsync(seed: 8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Invalid_requests_are_not_affected()
    {
        await using var api = await TestApi.StartAsync();
        var fault = api.Emulator.Faults.OnRequests("agents.create").Once().Fail(500);

        (await api.PostAsync("/v1/agents", new JsonObject())).Status.ShouldBe(400);

        fault.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task Invalid_request_faults_are_refused()
    {
        await using var api = await TestApi.StartAsync();
        var faults = api.Emulator.Faults;

        Should.Throw<ArgumentException>(() => faults.OnRequests("sessions.shout")).Message.ShouldContain("sessions.shout");
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnRequests().Fail(200)).Message.ShouldContain("between 400 and 599");
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnRequests().Fail(429, TimeSpan.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnRequests().DelayResponse(TimeSpan.Zero));
        Should.Throw<InvalidOperationException>(() => faults.OnRequests("sessions.events.stream").TruncateResponse()).Message.ShouldContain("OnStreams()");
        faults.Active.ShouldBeEmpty();
    }

    private static async Task<List<int>> StatusesAsync(int seed)
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.list").Rate(0.4).Seed(seed).Fail(503);
        List<int> statuses = [];
        for (var i = 0; i < 30; i++)
        {
            statuses.Add((await api.GetAsync("/v1/agents")).Status);
        }

        return statuses;
    }
}
