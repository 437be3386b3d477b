namespace Managed.Agents.Emulator.Tests;

/// <summary>Permission policies and confirmations.</summary>
public sealed class ConfirmationTests
{
    [Fact]
    public async Task A_confirmed_call_runs_and_the_turn_continues()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "a.txt").Reply(turn => $"I see {turn.LastResultText}.");
        var (session, stream, asked) = await AskedAsync(api, "always_ask");
        var call = asked.Only("agent.tool_use");
        call["evaluated_permission"]!.GetValue<string>().ShouldBe("ask");
        call["evaluation"]!["type"]!.GetValue<string>().ShouldBe("always_ask");
        asked[^1].WaitingFor().ShouldBe([call.Id()]);

        await api.SendEventsAsync(session, Inputs.Allow(call.Id()));

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe([
            "user.tool_confirmation", "session.status_running", "agent.tool_result",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        events.Only("agent.message").Text().ShouldBe("I see a.txt.");
    }

    [Fact]
    public async Task A_denied_call_does_not_run_and_returns_the_reason_as_an_error()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"rm -rf /"}""", result: "gone").Reply(turn => $"I was told: {turn.LastResultText}");
        var (session, stream, asked) = await AskedAsync(api, "always_ask");

        await api.SendEventsAsync(session, Inputs.Deny(asked.Only("agent.tool_use").Id(), "Too dangerous."));

        var events = await stream.UntilIdleAsync();
        events.Only("agent.tool_result")["is_error"]!.GetValue<bool>().ShouldBeTrue();
        events.Only("agent.tool_result").Text().ShouldBe("Too dangerous.");
        events.Only("agent.message").Text().ShouldBe("I was told: Too dangerous.");
    }

    [Fact]
    public async Task Under_auto_the_service_allows_calls_by_default()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "x").Reply("done");

        var (_, _, events) = await AskedAsync(api, "auto");

        events[^1].StopReason().ShouldBe("end_turn");
        events.Only("agent.tool_use")["evaluation"]!.ToJsonString().ShouldBe("""{"type":"auto","evaluated_permission":{"type":"allow"}}""");
    }

    [Fact]
    public async Task Under_auto_a_denied_call_does_not_pause_and_cannot_be_overridden()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "x").AutoDeny().Reply("done");

        var (session, _, events) = await AskedAsync(api, "auto");

        events.Types().ShouldBe([
            "user.message", "session.status_running", "span.model_request_start", "agent.tool_use", "span.model_request_end", "agent.tool_result",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        var call = events.Only("agent.tool_use");
        call["evaluated_permission"]!.GetValue<string>().ShouldBe("deny");
        call["evaluation"]!["evaluated_permission"]!.ToJsonString().ShouldBe("""{"type":"deny","reason_code":"high_risk"}""");
        events.Only("agent.tool_result")["is_error"]!.GetValue<bool>().ShouldBeTrue();
        (await api.SendEventsAsync(session, Inputs.Allow(call.Id()))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Under_auto_the_service_can_ask()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "x").AutoAsk().Reply("done");
        var (session, stream, asked) = await AskedAsync(api, "auto");
        var call = asked.Only("agent.tool_use");
        call["evaluation"]!["evaluated_permission"]!.ToJsonString().ShouldBe("""{"type":"ask","reason_code":"indeterminate"}""");

        await api.SendEventsAsync(session, Inputs.Allow(call.Id()));

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task Two_waiting_calls_are_answered_one_by_one()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").InParallel(calls => calls.UseTool("bash", """{"command":"a"}""", result: "A").UseTool("bash", """{"command":"b"}""", result: "B")).Reply("done");
        var (session, stream, asked) = await AskedAsync(api, "always_ask");
        var calls = asked.Where(static e => e.Type() == "agent.tool_use").Select(Events.Id).ToList();
        asked[^1].WaitingFor().ShouldBe(calls);

        await api.SendEventsAsync(session, Inputs.Allow(calls[0]));
        var partly = await stream.UntilIdleAsync();
        partly.Types().ShouldBe(["user.tool_confirmation", "session.usage", "session.status_idle"]);
        partly[^1].WaitingFor().ShouldBe([calls[1]]);

        await api.SendEventsAsync(session, Inputs.Deny(calls[1], "no"));
        var rest = await stream.UntilIdleAsync();
        rest.Types().Take(4).ShouldBe(["user.tool_confirmation", "session.status_running", "agent.tool_result", "agent.tool_result"]);
        rest[2].Text().ShouldBe("A");
        rest[3].Text().ShouldBe("no");
        rest[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task An_MCP_tool_asks_by_default_and_has_its_own_result_type()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseMcpTool("github", "list_issues", result: "none").Reply("done");
        var agent = (await api.PostAsync("/v1/agents", """{"name":"a","model":"claude-opus-5","mcp_servers":[{"type":"url","name":"github","url":"https://mcp.example"}],"tools":[{"type":"mcp_toolset","mcp_server_name":"github"}]}""")).Id;
        var session = await api.CreateSessionAsync(agent);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        var call = (await stream.UntilIdleAsync()).Only("agent.mcp_tool_use");
        call["mcp_server_name"]!.GetValue<string>().ShouldBe("github");

        await api.SendEventsAsync(session, Inputs.Allow(call.Id()));

        (await stream.UntilIdleAsync()).Only("agent.mcp_tool_result")["mcp_tool_use_id"]!.GetValue<string>().ShouldBe(call.Id());
    }

    [Fact]
    public async Task A_disabled_tool_is_denied_before_its_policy_applies()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "x").Reply("done");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: """[{"type":"agent_toolset_20260401","configs":[{"name":"bash","enabled":false}]}]"""));
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "run");

        var events = await stream.UntilIdleAsync();
        events.Only("agent.tool_use")["evaluated_permission"]!.GetValue<string>().ShouldBe("deny");
        events.Only("agent.tool_use").ContainsKey("evaluation").ShouldBeFalse();
        events.Only("agent.tool_result")["is_error"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task The_policy_of_a_tool_overrides_that_of_its_toolset()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").InParallel(calls => calls.UseTool("bash", """{"command":"ls"}""").UseTool("glob", """{"pattern":"*"}""")).Reply("done");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: """[{"type":"agent_toolset_20260401","configs":[{"name":"bash","permission_policy":{"type":"always_ask"}}]}]"""));
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "run");

        var calls = (await stream.UntilIdleAsync()).Where(static e => e.Type() == "agent.tool_use");
        calls.Select(static call => call["evaluated_permission"]!.GetValue<string>()).ShouldBe(["ask", "allow"]);
    }

    [Fact]
    public async Task In_a_self_hosted_environment_the_worker_sends_the_result()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""").Reply(turn => $"I see {turn.LastResultText}.");
        var session = await api.CreateSessionAsync(environmentId: await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        var asked = await stream.UntilIdleAsync();
        var call = asked.Only("agent.tool_use");
        call["evaluated_permission"]!.GetValue<string>().ShouldBe("allow");
        asked[^1].WaitingFor().ShouldBe([call.Id()]);

        (await api.SendEventsAsync(session, Inputs.Allow(call.Id()))).Status.ShouldBe(400);
        await api.SendEventsAsync(session, Inputs.ToolResult(call.Id(), "a.txt"));

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldNotContain("agent.tool_result");
        events.Only("agent.message").Text().ShouldBe("I see a.txt.");
    }

    [Fact]
    public async Task In_a_self_hosted_environment_a_confirmed_call_then_waits_for_the_worker()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""").Reply("done");
        var agent = await api.CreateAgentAsync(tools: """[{"type":"agent_toolset_20260401","default_config":{"permission_policy":{"type":"always_ask"}}}]""");
        var session = await api.CreateSessionAsync(agent, await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        var call = (await stream.UntilIdleAsync()).Only("agent.tool_use").Id();

        await api.SendEventsAsync(session, Inputs.Allow(call));
        (await stream.UntilIdleAsync())[^1].WaitingFor().ShouldBe([call]);
        await api.SendEventsAsync(session, Inputs.ToolResult(call, "a.txt"));

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("end_turn");
    }

    private static async Task<(string Session, SseReader Stream, List<System.Text.Json.Nodes.JsonObject> Events)> AskedAsync(TestApi api, string policy)
    {
        var tools = $$"""[{"type":"agent_toolset_20260401","default_config":{"permission_policy":{"type":"{{policy}}"} } }]""";
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: tools));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        return (session, stream, await stream.UntilIdleAsync());
    }
}
