using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults on demand.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(429, "rate_limit_error")]
    [InlineData(500, "api_error")]
    [InlineData(503, "api_error")]
    [InlineData(529, "overloaded_error")]
    public async Task A_request_fails_without_being_carried_out_and_then_succeeds(int status, string type)
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.FailNext("agents.create", status, retryAfter: TimeSpan.FromSeconds(2));
        const string Body = """{"name":"a","model":"claude-opus-5"}""";

        var failed = await api.PostAsync("/v1/agents", Body);

        failed.Status.ShouldBe(status);
        failed.ErrorType.ShouldBe(type);
        failed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        (await api.GetAsync("/v1/agents")).Data.ShouldBeEmpty();
        (await api.PostAsync("/v1/agents", Body)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Faults_come_in_order_and_without_retry_after_unless_asked()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.FailNext("agents.list", 529, times: 2);
        api.Emulator.FailNext("agents.list", 500);

        var answers = new List<Answer>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await api.GetAsync("/v1/agents"));
        }

        answers.Select(static answer => answer.Status).ShouldBe([529, 529, 500, 200]);
        answers[0].Headers.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task A_lost_answer_belongs_to_a_request_that_was_carried_out()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        api.Emulator.LoseNextAnswer("sessions.events.send");

        await Should.ThrowAsync<HttpRequestException>(() => api.SayAsync(session, "Hello"));

        (await stream.UntilIdleAsync()).Only("user.message").Text().ShouldBe("Hello");
    }

    [Fact]
    public async Task A_stream_can_fail_to_open()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.FailNext("sessions.events.stream", 529);

        (await api.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}/events/stream")).Status.ShouldBe(529);
        await api.StreamAsync(session);
    }

    [Fact]
    public async Task Streams_can_be_cut_while_the_session_goes_on()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        api.Emulator.CutStreams();

        await Should.ThrowAsync<IOException>(stream.ToEndAsync);
        var next = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        (await next.UntilIdleAsync()).Types().ShouldContain("agent.message");
    }

    [Fact]
    public async Task Streams_can_end_with_an_error_frame()
    {
        await using var api = await TestApi.StartAsync();
        var stream = await api.StreamAsync(await api.CreateSessionAsync());

        api.Emulator.FailStreams("overloaded_error");

        var last = (await stream.ToEndAsync()).ShouldHaveSingleItem();
        last.Type().ShouldBe("error");
        last["error"]!["type"]!.GetValue<string>().ShouldBe("overloaded_error");
        last["request_id"]!.GetValue<string>().ShouldStartWith("req_01");
    }

    [Fact]
    public async Task Events_of_tomorrow_can_be_emitted()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Emit("agent.dreaming", new JsonObject { ["depth"] = 3 }).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        // Not through the contract's eyes: this event is not in it.
        var names = new List<string>();
        var data = "";
        while (await stream.ReadFrameAsync() is var (name, json) && name != "session.status_idle")
        {
            names.Add(name);
            data = name == "agent.dreaming" ? json : data;
        }

        names.ShouldContain("agent.dreaming");
        JsonNode.Parse(data)!["depth"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task A_fault_is_for_an_operation_that_exists()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentException>(() => api.Emulator.FailNext("sessions.shout", 500)).Message.ShouldContain("sessions.shout");
    }

    [Fact]
    public async Task A_condition_that_throws_ends_the_session_loudly()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage(static _ => throw new InvalidOperationException("a slip")).Reply("never said");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        (await api.SayAsync(session, "go")).Status.ShouldBe(200);

        (await stream.ToEndAsync()).Only("session.error")["error"]!["message"]!.GetValue<string>().ShouldContain("a slip");
    }
}
