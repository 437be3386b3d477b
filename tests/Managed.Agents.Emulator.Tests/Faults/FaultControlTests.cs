using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults added over HTTP, as by a test in another process.</summary>
public sealed class FaultControlTests
{
    private const string Path = "/_emulator/faults";

    public static TheoryData<string, string> Faults => new()
    {
        { """{"on":"streams","do":"cut","after_bytes":[10,20],"seed":7,"times":3,"rate":0.5,"session_id":"sesn_1"}""", "streams, cut" },
        { """{"on":"streams","do":"end","after_events":2}""", "streams, end" },
        { """{"on":"streams","do":"fail","error_type":"overloaded_error"}""", "streams, fail" },
        { """{"on":"streams","do":"stall","after_events":[1,2]}""", "streams, stall" },
        { """{"on":"streams","do":"omit_keep_alives"}""", "streams, omit_keep_alives" },
        { """{"on":"streams","do":"split","piece_bytes":[1,3]}""", "streams, split" },
        { """{"on":"events","types":["agent.message"],"do":"duplicate"}""", "events, duplicate" },
        { """{"on":"events","do":"duplicate_with_new_id"}""", "events, duplicate_with_new_id" },
        { """{"on":"events","do":"show_queued"}""", "events, show_queued" },
        { """{"on":"events","do":"drop"}""", "events, drop" },
        { """{"on":"events","do":"insert_unknown","type":"agent.dreaming"}""", "events, insert_unknown" },
        { """{"on":"events","do":"add_field","name":"mood","value":{"is":"good"}}""", "events, add_field" },
        { """{"on":"events","do":"change_stop_reason","stop_reason":"tired"}""", "events, change_stop_reason" },
        { """{"on":"events","do":"corrupt_json"}""", "events, corrupt_json" },
        { """{"on":"events","do":"clear_id"}""", "events, clear_id" },
        { """{"on":"previews","do":"stop","after_deltas":[0,4]}""", "previews, stop" },
        { """{"on":"previews","do":"abandon"}""", "previews, abandon" },
        { """{"on":"history","do":"delay","events":3,"times":2}""", "history, delay" },
        { """{"on":"history","do":"delay","seconds":1.5}""", "history, delay" },
        { """{"on":"history","do":"insert_empty_pages"}""", "history, insert_empty_pages" },
        { """{"on":"history","do":"leave_unprocessed"}""", "history, leave_unprocessed" },
        { """{"on":"sessions","do":"delay_status","seconds":2}""", "sessions, delay_status" },
        { """{"on":"requests","operations":["agents.list"],"do":"fail","status":429,"retry_after_seconds":1,"should_retry":true,"error_type":"rate_limit_error"}""", "requests, fail" },
        { """{"on":"requests","do":"drop_request"}""", "requests, drop_request" },
        { """{"on":"requests","do":"drop_response"}""", "requests, drop_response" },
        { """{"on":"requests","operations":["agents.list"],"do":"truncate_response"}""", "requests, truncate_response" },
        { """{"on":"requests","do":"delay_response","seconds":60}""", "requests, delay_response" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_fault_can_be_added(string json, string description)
    {
        await using var api = await TestApi.StartAsync();

        var (status, answer) = await SendAsync(api, HttpMethod.Post, Path, json);

        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        api.Emulator.Faults.Active.ShouldHaveSingleItem().ToString().ShouldBe($"fault_1: {description}");
        answer["id"]!.GetValue<string>().ShouldBe("fault_1");
        $"{answer["on"]}, {answer["do"]}".ShouldBe(description);
        var sent = JsonNode.Parse(json)!;
        foreach (var term in new[] { "session_id", "times", "rate", "seed" }.Where(term => sent[term] is not null))
        {
            answer[term]!.ToJsonString().ShouldBe(sent[term]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_fault_takes_effect_reports_its_hits_and_is_removed()
    {
        await using var api = await TestApi.StartAsync();
        await SendAsync(api, HttpMethod.Post, Path, """{"on":"requests","operations":["agents.list"],"do":"fail","status":429,"retry_after_seconds":3,"should_retry":false}""");

        var failed = await api.GetAsync("/v1/agents");

        failed.ShouldFail(429, "rate_limit_error", "");
        failed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
        failed.Headers.GetValues("x-should-retry").ShouldBe(["false"]);
        (await SendAsync(api, HttpMethod.Get, $"{Path}/fault_1")).Answer["hits"]!.GetValue<int>().ShouldBe(1);
        (await SendAsync(api, HttpMethod.Delete, $"{Path}/fault_1")).Answer["active"]!.GetValue<bool>().ShouldBeFalse();
        (await api.GetAsync("/v1/agents")).ShouldSucceed();
    }

    [Fact]
    public async Task Faults_are_listed_and_cleared_and_an_inactive_fault_still_reports_its_hits()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("agents.list").Once().Fail(500);
        api.Emulator.Faults.OnHistory().Delay(events: 1);
        await api.GetAsync("/v1/agents");

        (await SendAsync(api, HttpMethod.Get, Path)).Answer["data"]!.AsArray().Select(static fault => fault!["id"]!.GetValue<string>()).ShouldBe(["fault_2"]);
        (await SendAsync(api, HttpMethod.Get, $"{Path}/fault_1")).Answer["hits"]!.GetValue<int>().ShouldBe(1);
        (await SendAsync(api, HttpMethod.Delete, Path)).Answer["data"]!.AsArray().ShouldBeEmpty();
        api.Emulator.Faults.Active.ShouldBeEmpty();
        (await SendAsync(api, HttpMethod.Get, $"{Path}/fault_2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Positions_and_ranges_work_as_in_code()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        await SendAsync(api, HttpMethod.Post, Path, $$"""{"on":"streams","do":"cut","after_bytes":[40,40],"session_id":"{{session}}"}""");
        var stream = await RawStream.OpenAsync(api, session);
        await api.SayAsync(session, "Hello");

        (await stream.ReadAsync()).Bytes.Length.ShouldBe(40);
        stream.Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task Open_streams_are_interrupted_immediately()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var failing = await api.StreamAsync(session);
        await SendAsync(api, HttpMethod.Post, Path, """{"on":"open_streams","do":"fail","error_type":"overloaded_error"}""");
        (await failing.ToEndAsync()).ShouldHaveSingleItem()["error"]!["type"]!.GetValue<string>().ShouldBe("overloaded_error");

        var cut = await api.StreamAsync(session);
        await SendAsync(api, HttpMethod.Post, Path, """{"on":"open_streams","do":"cut"}""");
        await Should.ThrowAsync<IOException>(cut.ToEndAsync);
    }

    [Theory]
    [InlineData("""{"do":"cut"}""", "on: field required")]
    [InlineData("""{"on":"streams"}""", "do: field required")]
    [InlineData("""{"on":"rivers","do":"cut"}""", "on: must be one of streams, events")]
    [InlineData("""{"on":"streams","do":"sing"}""", "there is no \"sing\" on streams")]
    [InlineData("""{"on":"open_streams","do":"stall"}""", "there is no \"stall\" on open_streams")]
    [InlineData("""{"on":"streams","do":"cut","after_byte":3}""", "after_byte: unknown field")]
    [InlineData("""{"on":"streams","do":"cut","after_bytes":[3]}""", "after_bytes: must be a number")]
    [InlineData("""{"on":"streams","do":"cut","after_bytes":[5,3]}""", "atMost")]
    [InlineData("""{"on":"streams","do":"cut","after_bytes":2.5}""", "after_bytes: must be a whole number")]
    [InlineData("""{"on":"streams","do":"cut","rate":2}""", "probability")]
    [InlineData("""{"on":"streams","do":"cut","times":"3"}""", "times: must be number")]
    [InlineData("""{"on":"history","do":"delay"}""", "either events or seconds")]
    [InlineData("""{"on":"history","do":"delay","events":1,"seconds":1}""", "either events or seconds")]
    [InlineData("""{"on":"requests","do":"fail"}""", "status: field required")]
    [InlineData("""{"on":"requests","do":"fail","status":200}""", "between 400 and 599")]
    [InlineData("""{"on":"requests","do":"fail","status":500,"retry_after_seconds":1e300}""", "out of range")]
    [InlineData("""{"on":"requests","operations":["sessions.shout"],"do":"drop_response"}""", "sessions.shout")]
    [InlineData("""{"on":"requests","operations":["sessions.events.stream"],"do":"truncate_response"}""", "OnStreams()")]
    [InlineData("""[1]""", "body: must be an object")]
    [InlineData("""{"on":""", "body: not valid JSON")]
    public async Task An_invalid_fault_is_refused_and_not_added(string json, string message)
    {
        await using var api = await TestApi.StartAsync();

        var (status, answer) = await SendAsync(api, HttpMethod.Post, Path, json);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"]!["message"]!.GetValue<string>().ShouldContain(message);
        api.Emulator.Faults.Active.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PUT", Path)]
    [InlineData("GET", "/_emulator")]
    [InlineData("POST", Path + "/fault_1")]
    [InlineData("GET", Path + "/fault_1")]
    public async Task Unknown_routes_and_faults_are_404(string method, string path)
    {
        await using var api = await TestApi.StartAsync();

        (await SendAsync(api, new HttpMethod(method), path, "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_without_a_JSON_content_type_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        var (status, answer) = await SendAsync(api, HttpMethod.Post, Path, """{"on":"streams","do":"cut"}""", "text/plain");

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer["error"]!["message"]!.GetValue<string>().ShouldContain("application/json");
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(
        TestApi api, HttpMethod method, string path, string? json = null, string contentType = "application/json")
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(method, new Uri(api.Emulator.BaseAddress, path));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, contentType);
        using var response = await client.SendAsync(request, api.Cancellation);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(api.Cancellation))!.AsObject());
    }
}
