using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults of requests.</summary>
public sealed class RequestFaultTests
{
    private const string Agent = """{"name":"a","model":"claude-opus-5"}""";

    [Theory]
    [InlineData(409, "conflict_error")]
    [InlineData(429, "rate_limit_error")]
    [InlineData(500, "api_error")]
    [InlineData(529, "overloaded_error")]
    public async Task A_request_fails_without_being_carried_out_until_the_fault_is_spent(int status, string type)
    {
        await using var api = await TestApi.StartAsync();
        var fault = api.Emulator.Faults.OnRequests("agents.create").Times(2).Fail(status);

        for (var i = 0; i < 2; i++)
        {
            var failed = await api.PostAsync("/v1/agents", Agent);
            failed.ShouldFail(status, type, "told to fail");
            failed.Headers.RetryAfter.ShouldBeNull();
            failed.Headers.Contains("x-should-retry").ShouldBeFalse();
        }

        fault.Hits.ShouldBe(2);
        (await api.GetAsync("/v1/agents")).Data.ShouldBeEmpty();
        (await api.PostAsync("/v1/agents", Agent)).ShouldSucceed();
    }

    [Fact]
    public async Task An_error_says_what_it_is_told_to_say()
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
    public async Task Of_several_faults_the_first_strikes_and_the_others_wait()
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
    public async Task A_lost_request_was_not_carried_out_and_a_lost_answer_belongs_to_one_that_was()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.create").Once().LoseRequest();
        api.Emulator.Faults.OnRequests("agents.create").Once().LoseAnswer();

        await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync("/v1/agents", Agent));
        (await api.GetAsync("/v1/agents")).Data.ShouldBeEmpty();
        await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync("/v1/agents", Agent));
        (await api.GetAsync("/v1/agents")).Data.ShouldHaveSingleItem();

        api.Emulator.Requests.Where(static request => request.Operation == "agents.create").Select(static request => request.Status).ShouldBe([0, 200]);
    }

    [Fact]
    public async Task The_answer_of_a_stream_can_be_lost_too()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var fault = api.Emulator.Faults.OnRequests("sessions.events.stream").Once().LoseAnswer();

        await Should.ThrowAsync<HttpRequestException>(() => api.StreamAsync(session));

        fault.Hits.ShouldBe(1);
        await api.StreamAsync(session);
    }

    [Fact]
    public async Task An_answer_breaks_off_in_the_middle()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.create").Once().CutAnswer();

        await Should.ThrowAsync<HttpRequestException>(() => api.PostAsync("/v1/agents", Agent));

        (await api.GetAsync("/v1/agents")).Data.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_is_late_although_the_request_was_carried_out()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        api.Emulator.Faults.OnRequests("sessions.events.send").Once().AnswerLate(TimeSpan.FromMinutes(3));
        var timers = clock.SetTimers;

        var answer = api.SayAsync(session, "Hello");
        (await stream.UntilIdleAsync()).Types().ShouldContain("agent.message");
        await clock.WhenTimersAsync(timers + 1);
        answer.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(3));

        (await answer).ShouldSucceed();
    }

    [Fact]
    public async Task An_answer_can_be_late_for_ever()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        api.Emulator.Faults.OnRequests("sessions.events.send").Once().AnswerLate();

        var answer = api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();
        answer.IsCompleted.ShouldBeFalse();
        await api.Emulator.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task A_stream_whose_headers_are_late_misses_nothing()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnRequests("sessions.events.stream").Once().AnswerLate(TimeSpan.FromSeconds(5));
        var timers = clock.SetTimers;
        var late = api.StreamAsync(session);
        await clock.WhenTimersAsync(timers + 1);

        await api.SayAsync(session, "Hello");
        clock.Advance(TimeSpan.FromSeconds(5));

        (await (await late).UntilIdleAsync()).Types().First().ShouldBe("user.message");
    }

    [Fact]
    public async Task A_fault_for_one_session_spares_the_requests_of_others()
    {
        await using var api = await TestApi.StartAsync();
        var (struck, spared) = (await api.CreateSessionAsync(), await api.CreateSessionAsync());
        api.Emulator.Faults.OnRequests().ForSession(struck).Fail(503);

        (await api.GetAsync($"/v1/sessions/{struck}")).Status.ShouldBe(503);
        (await api.GetAsync($"/v1/sessions/{spared}")).ShouldSucceed();
        (await api.GetAsync("/v1/agents")).ShouldSucceed();
    }

    [Fact]
    public async Task Which_requests_are_struck_depends_on_the_seed_only()
    {
        var first = await StatusesAsync(seed: 7);

        first.ShouldContain(503);
        first.ShouldContain(200);
        (await StatusesAsync(seed: 7)).ShouldBe(first);
        (await StatusesAsync(seed: 8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task What_is_refused_anyway_is_not_struck()
    {
        await using var api = await TestApi.StartAsync();
        var fault = api.Emulator.Faults.OnRequests("agents.create").Once().Fail(500);

        (await api.PostAsync("/v1/agents", new JsonObject())).Status.ShouldBe(400);

        fault.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_fault_that_cannot_be_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var faults = api.Emulator.Faults;

        Should.Throw<ArgumentException>(() => faults.OnRequests("sessions.shout")).Message.ShouldContain("sessions.shout");
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnRequests().Fail(200)).Message.ShouldContain("400 to 599");
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnRequests().Fail(429, TimeSpan.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => faults.OnRequests().AnswerLate(TimeSpan.Zero));
        Should.Throw<InvalidOperationException>(() => faults.OnRequests("sessions.events.stream").CutAnswer()).Message.ShouldContain("OnStreams()");
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
