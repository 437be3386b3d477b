using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The events of ordinary turns and their order.</summary>
public sealed class TurnTests
{
    private const string DeployTool = """[{"type":"custom","name":"trigger_deploy","description":"Deploys.","input_schema":{"type":"object","properties":{"service":{"type":"string"}}}}]""";

    [Fact]
    public async Task A_plain_turn_runs_thinks_replies_and_becomes_idle()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("Hello").Think().Reply("Hi!");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "Hello");

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe([
            "user.message", "session.status_running", "span.model_request_start", "agent.thinking", "agent.message",
            "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        events.Only("agent.message").Text().ShouldBe("Hi!");
        events[^1].StopReason().ShouldBe("end_turn");
        events.Only("span.model_request_end")["model_request_start_id"]!.GetValue<string>().ShouldBe(events.Only("span.model_request_start").Id());
    }

    [Fact]
    public async Task An_allowed_built_in_tool_runs_between_two_model_requests()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage(text => text.Contains("list", StringComparison.Ordinal))
            .UseTool("bash", """{"command":"ls"}""", result: "a.txt").Reply(turn => $"I see {turn.LastResultText}.");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "list files");

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe([
            "user.message", "session.status_running",
            "span.model_request_start", "agent.tool_use", "span.model_request_end", "agent.tool_result",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        var use = events.Only("agent.tool_use");
        use["evaluated_permission"]!.GetValue<string>().ShouldBe("allow");
        use["evaluation"]!["type"]!.GetValue<string>().ShouldBe("always_allow");
        use["input"]!["command"]!.GetValue<string>().ShouldBe("ls");
        events.Only("agent.tool_result")["tool_use_id"]!.GetValue<string>().ShouldBe(use.Id());
        events.Only("agent.message").Text().ShouldBe("I see a.txt.");
    }

    [Fact]
    public async Task Without_a_script_a_message_that_names_a_custom_tool_calls_it()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: DeployTool));
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "Please use trigger_deploy");
        var call = (await stream.UntilIdleAsync()).Only("agent.custom_tool_use");
        call["name"]!.GetValue<string>().ShouldBe("trigger_deploy");
        await api.SendEventsAsync(session, Inputs.CustomResult(call.Id(), "v42"));

        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldContain("v42");
    }

    [Fact]
    public async Task A_custom_tool_waits_for_the_clients_result()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("deploy")
            .CallCustomTool("trigger_deploy", new JsonObject { ["service"] = "web" }).Reply(turn => $"Deployed: {turn.LastResultText}");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: DeployTool));
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "deploy");
        var asked = await stream.UntilIdleAsync();
        var call = asked.Only("agent.custom_tool_use").Id();
        asked[^1].StopReason().ShouldBe("requires_action");
        asked[^1].WaitingFor().ShouldBe([call]);
        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("idle");

        var sent = await api.SendEventsAsync(session, Inputs.CustomResult(call, "v42"));

        sent.Data.ShouldHaveSingleItem()["processed_at"].ShouldNotBeNull();
        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe([
            "user.custom_tool_result", "session.status_running",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        events.Only("agent.message").Text().ShouldBe("Deployed: v42");
    }

    [Fact]
    public async Task A_custom_result_before_the_idle_event_is_accepted()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        const string Tools = """[{"type":"agent_toolset_20260401"},{"type":"custom","name":"look","description":"Looks.","input_schema":{"type":"object"}}]""";
        api.Emulator.OnUserMessage("both").InParallel(calls => calls.CallCustomTool("look").UseTool("bash", """{"command":"sleep"}""", result: "slept", duration: TimeSpan.FromMinutes(1))).Reply("Done.");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: Tools));
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "both");
        var call = (await stream.UntilAsync("agent.custom_tool_use"))[^1].Id();
        (await api.SendEventsAsync(session, Inputs.CustomResult(call, "seen"))).Status.ShouldBe(200);
        await clock.WaitForTimersAsync(2);
        clock.Advance(TimeSpan.FromMinutes(1));

        var rest = await stream.UntilIdleAsync();
        rest.Types().ShouldNotContain("session.status_running");
        rest[^1].StopReason().ShouldBe("end_turn");
        rest.Only("agent.message").Text().ShouldBe("Done.");
    }

    [Theory]
    [InlineData("https://docs.allowed.example/x", false)]
    [InlineData("https://elsewhere.example/x", true)]
    [InlineData("https://secret.allowed.example/x", true)]
    public async Task A_fetch_outside_the_agents_domains_is_an_error(string url, bool isError)
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("fetch").UseTool("web_fetch", new JsonObject { ["url"] = url }, result: "page").Reply("done");
        const string Tools = """[{"type":"agent_toolset_20260401","configs":[{"name":"web_fetch","FIELD":["DOMAIN"]}]}]""";
        var blocker = await api.CreateAgentAsync("blocker", Tools.Replace("FIELD", "blocked_domains", StringComparison.Ordinal).Replace("DOMAIN", "secret.allowed.example", StringComparison.Ordinal));
        var agent = await api.CreateAgentAsync(
            tools: Tools.Replace("FIELD", "allowed_domains", StringComparison.Ordinal).Replace("DOMAIN", "allowed.example", StringComparison.Ordinal),
            more: $$"""
                ,"multiagent":{"type":"coordinator","agents":[{"type":"agent","id":"{{blocker}}"}]}
                """);
        var session = await api.CreateSessionAsync(agent);
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "fetch");

        var result = (await stream.UntilIdleAsync()).Only("agent.tool_result");
        result["is_error"]!.GetValue<bool>().ShouldBe(isError);
        result.Text().Contains("url_not_allowed", StringComparison.Ordinal).ShouldBe(isError);
    }

    [Fact]
    public async Task Long_output_of_a_tool_goes_to_a_file()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"yes"}""", result: new string('y', 100_001)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "run");

        var text = (await stream.UntilIdleAsync()).Only("agent.tool_result").Text();
        text.Length.ShouldBeLessThan(3_000);
        text.ShouldContain("100001 characters");
    }

    [Fact]
    public async Task An_interrupt_ends_a_running_turn_without_its_message()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("work long").Delay(TimeSpan.FromMinutes(10)).Reply("late");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work long");
        await stream.UntilAsync("span.model_request_start");

        var sent = await api.SendEventsAsync(session, Inputs.Interrupt());

        sent.Data.ShouldHaveSingleItem()["processed_at"].ShouldBeNull();
        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe(["span.model_request_end", "user.interrupt", "session.usage", "session.status_idle"]);
        events.Only("user.interrupt")["processed_at"].ShouldNotBeNull();
        events[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task A_delayed_turn_continues_on_the_emulators_clock()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("work long").Delay(TimeSpan.FromMinutes(10)).Reply("late");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work long");
        await stream.UntilAsync("span.model_request_start");
        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("running");

        // The other timer is the stream's keep-alive.
        await clock.WaitForTimersAsync(2);
        clock.Advance(TimeSpan.FromMinutes(10));

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe(["agent.message", "span.model_request_end", "session.usage", "session.status_idle"]);
        events.Only("session.usage")["usage"]!["active_seconds"]!.GetValue<double>().ShouldBe(600);
    }

    [Fact]
    public async Task A_message_after_an_interrupt_starts_the_next_turn()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("work long").Delay(TimeSpan.FromMinutes(10)).Reply("late");
        api.Emulator.OnUserMessage("instead").Reply("Gladly.");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "work long");
        await stream.UntilAsync("span.model_request_start");

        await api.SendEventsAsync(session, Inputs.Interrupt(), Inputs.Message("instead"));

        (await stream.UntilIdleAsync()).Types().ShouldContain("user.interrupt");
        var next = await stream.UntilIdleAsync();
        next.Types().Take(2).ShouldBe(["user.message", "session.status_running"]);
        next.Only("agent.message").Text().ShouldBe("Gladly.");
    }

    [Fact]
    public async Task An_interrupt_closes_waiting_calls_with_errors()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("deploy").CallCustomTool("trigger_deploy").Reply("never said");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: DeployTool));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "deploy");
        var call = (await stream.UntilIdleAsync()).Only("agent.custom_tool_use").Id();

        await api.SendEventsAsync(session, Inputs.Interrupt());

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe(["user.custom_tool_result", "user.interrupt", "session.usage", "session.status_idle"]);
        events[0]["is_error"]!.GetValue<bool>().ShouldBeTrue();
        events[0]["custom_tool_use_id"]!.GetValue<string>().ShouldBe(call);
        events[^1].StopReason().ShouldBe("end_turn");
        (await api.SendEventsAsync(session, Inputs.CustomResult(call, "too late"))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task An_interrupt_of_an_idle_session_is_stored_and_has_no_effect()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.SendEventsAsync(session, Inputs.Interrupt())).Status.ShouldBe(200);

        var history = await api.GetAsync($"/v1/sessions/{session}/events");
        history.Data.Types().ShouldBe(["user.interrupt"]);
        history.Data[0]["processed_at"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Queued_messages_are_processed_in_order_one_turn_each()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("one").Reply("1");
        api.Emulator.OnUserMessage("two").Reply("2");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        var sent = await api.SendEventsAsync(session, Inputs.Message("one"), Inputs.Message("two"));

        sent.Data.ShouldAllBe(e => e["processed_at"] == null);
        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("1");
        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("2");
    }
}
