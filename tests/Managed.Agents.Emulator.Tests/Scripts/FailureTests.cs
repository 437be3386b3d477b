using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Turns that fail.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_transient_failure_reschedules_the_session_and_the_turn_continues()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").FailTransiently().Reply("at last");

        var (_, events) = await RunAsync(api);

        events.Types().ShouldBe([
            "user.message", "session.status_running", "span.model_request_start", "span.model_request_end", "session.error", "session.status_rescheduled",
            "session.status_running", "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        events.First(static e => e.Type() == "span.model_request_end")["is_error"]!.GetValue<bool>().ShouldBeTrue();
        events.Only("session.error")["error"]!.ToJsonString().ShouldBe("""{"type":"model_overloaded_error","message":"The model is overloaded.","retry_status":{"type":"retrying"}}""");
    }

    [Fact]
    public async Task A_rescheduled_session_reports_it_and_cannot_be_deleted()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("go").FailTransiently(retryAfter: TimeSpan.FromSeconds(5)).Reply("at last");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        await stream.UntilAsync("session.status_rescheduled");

        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("rescheduling");
        (await api.DeleteAsync($"/v1/sessions/{session}")).Status.ShouldBe(400);
        await clock.WaitForTimersAsync(2);
        clock.Advance(TimeSpan.FromSeconds(5));

        (await stream.UntilIdleAsync()).Types().First().ShouldBe("session.status_running");
    }

    [Fact]
    public async Task Exhausted_retries_end_the_turn_and_drop_the_queue()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("go").WaitFor(token => go.Task.WaitAsync(token)).ExhaustRetries().Reply("never said");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SendEventsAsync(session, Inputs.Message("go"), Inputs.Message("dropped"), Inputs.Outcome("dropped as well"));
        go.SetResult();

        var events = await stream.UntilIdleAsync();

        events.Only("session.error")["error"]!["retry_status"]!["type"]!.GetValue<string>().ShouldBe("exhausted");
        events[^1].StopReason().ShouldBe("retries_exhausted");
        events.Types().ShouldNotContain("agent.message");
        var resource = await api.GetAsync($"/v1/sessions/{session}");
        resource["status"]!.GetValue<string>().ShouldBe("idle");
        resource["outcome_evaluations"]![0]!["result"]!.GetValue<string>().ShouldBe("failed");
        (await api.GetAsync($"/v1/sessions/{session}/events?types[]=user.message")).Data.Count.ShouldBe(1);
        await api.SayAsync(session, "still there?");
        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task A_fatal_error_terminates_the_session_and_ends_the_stream()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").FailFatally("billing_error", "No money.");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        var events = await stream.ToEndAsync();

        events.Types().TakeLast(2).ShouldBe(["session.error", "session.status_terminated"]);
        events.Only("session.error")["error"]!["retry_status"]!["type"]!.GetValue<string>().ShouldBe("terminal");
        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("terminated");
        (await api.SayAsync(session, "hello?")).Status.ShouldBe(400);
        (await api.SendEventsAsync(session, Inputs.Interrupt())).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_refusal_ends_the_turn_with_its_details()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Refuse("cyber", "That would harm.").Reply("never said");

        var (_, events) = await RunAsync(api);

        events.Types().ShouldBe(["user.message", "session.status_running", "span.model_request_start", "span.model_request_end", "session.usage", "session.status_idle"]);
        events[^1].StopReason().ShouldBe("refusal");
        events[^1]["stop_details"]!.ToJsonString().ShouldBe("""{"type":"refusal","category":"cyber","explanation":"That would harm."}""");
    }

    [Fact]
    public async Task The_context_is_compacted_between_two_model_requests()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTool("bash", """{"command":"ls"}""").CompactContext().Reply("done");

        var (_, events) = await RunAsync(api);

        var types = events.Types().ToList();
        var place = types.IndexOf("agent.thread_context_compacted");
        types[place - 1].ShouldBe("agent.tool_result");
        types[place + 1].ShouldBe("span.model_request_start");
    }

    [Fact]
    public async Task An_unavailable_MCP_server_is_reported_and_the_turn_continues()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").ReportError("mcp_connection_failed_error", "No answer.", new JsonObject { ["mcp_server_name"] = "github" }).Reply("without it");

        var (_, events) = await RunAsync(api);

        events.Only("session.error")["error"]!["mcp_server_name"]!.GetValue<string>().ShouldBe("github");
        events.Only("agent.message").Text().ShouldBe("without it");
        events[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task A_failed_tool_returns_an_error_result()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTool("bash", """{"command":"x"}""", result: "not found", isError: true).Reply("done");

        var (_, events) = await RunAsync(api);

        events.Only("agent.tool_result")["is_error"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_interrupt_closes_a_running_tool_call()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("go").UseTool("bash", """{"command":"sleep 99"}""", duration: TimeSpan.FromMinutes(2)).Reply("never said");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        await stream.UntilAsync("span.model_request_end");

        await api.SendEventsAsync(session, Inputs.Interrupt());

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe(["agent.tool_result", "user.interrupt", "session.usage", "session.status_idle"]);
        events[0]["is_error"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static async Task<(string Session, List<JsonObject> Events)> RunAsync(TestApi api)
    {
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        return (session, await stream.UntilIdleAsync());
    }
}
