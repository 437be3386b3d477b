using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Which script runs, and how a script fails.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task The_last_matching_script_runs()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnAnyUserMessage().Reply("general");
        api.Emulator.OnUserMessage("Hello").Reply("special");

        (await SaysAsync(api, "Hello", "Hello!")).ShouldBe(["special", "general"]);
    }

    [Fact]
    public async Task A_script_can_be_limited_to_one_agent()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnAnyUserMessage().Reply("anybody");
        api.Emulator.OnUserMessage(static _ => true, agent: "writer").Reply("writer");
        var writer = await api.CreateSessionAsync(await api.CreateAgentAsync("writer"));

        (await SaysAsync(api, "Hello")).ShouldBe(["anybody"]);
        (await SaysAsync(api, writer, ["Hello"])).ShouldBe(["writer"]);
    }

    [Fact]
    public async Task After_a_single_use_script_earlier_scripts_run_again()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnAnyUserMessage().Reply("always");
        api.Emulator.OnAnyUserMessage().Reply("once").Once();

        (await SaysAsync(api, "a", "b")).ShouldBe(["once", "always"]);
    }

    [Fact]
    public async Task A_script_can_have_several_turns_of_a_session()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("next").Reply("one").OnNextMessage().Reply("two").OnNextMessage().Reply("three");

        (await SaysAsync(api, "next", "next", "next", "next")).ShouldBe(["one", "two", "three", "three"]);
        (await SaysAsync(api, "next")).ShouldBe(["one"]);
    }

    [Fact]
    public async Task An_agent_without_a_script_names_the_emulator_and_repeats_the_message()
    {
        await using var api = await TestApi.StartAsync();

        var said = await SaysAsync(api, "What is 2 + 2?");

        said.ShouldHaveSingleItem().ShouldContain("emulator");
        said[0].ShouldContain("What is 2 + 2?");
    }

    [Fact]
    public async Task An_agent_without_a_script_writes_the_requested_file()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "Write fibonacci.py and save the first 20 numbers");

        var events = await stream.UntilIdleAsync();
        events.Only("agent.tool_use")["input"]!["file_path"]!.GetValue<string>().ShouldBe("/workspace/fibonacci.py");
        events.Only("agent.tool_result").Text().ShouldContain("fibonacci.py");
        events.Only("agent.message").Text().ShouldContain("fibonacci.py");
    }

    [Fact]
    public async Task An_agent_without_tools_writes_no_file()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: "[]"));

        (await SaysAsync(api, session, ["Write fibonacci.py"])).ShouldHaveSingleItem().ShouldContain("received: Write fibonacci.py");
    }

    [Theory]
    [InlineData("built-in", "lacks the built-in tool \"bash\"")]
    [InlineData("custom", "lacks the custom tool \"look\"")]
    [InlineData("mcp", "lacks the toolset of the MCP server \"github\"")]
    [InlineData("throw", "the script's own mistake")]
    [InlineData("roster", "no multiagent roster")]
    [InlineData("advisor", "no advisor")]
    [InlineData("workflow", "no workflows")]
    [InlineData("outcome", "no outcome to evaluate")]
    public async Task A_step_that_its_agent_cannot_perform_ends_the_session_with_an_error(string step, string problem)
    {
        await using var api = await TestApi.StartAsync();
        var script = api.Emulator.OnUserMessage("go");
        _ = step switch
        {
            "built-in" => script.UseTool("bash", """{"command":"ls"}"""),
            "custom" => script.CallCustomTool("look"),
            "mcp" => script.UseMcpTool("github", "list"),
            "roster" => script.Delegate("writer", "write", static work => work.Reply("x")),
            "advisor" => script.ConsultAdvisor("Be bold."),
            "workflow" => script.RunWorkflow("run", static run => run.Phase("p", static phase => phase.Agent("a", "b", static work => work.Reply("c")))),
            "outcome" => script.Evaluate("satisfied"),
            _ => script.Reply(static _ => throw new InvalidOperationException("the script's own mistake")),
        };

        var events = await FailsAsync(api, "[]");

        var error = events.Only("session.error")["error"]!;
        error["retry_status"]!["type"]!.GetValue<string>().ShouldBe("terminal");
        error["message"]!.GetValue<string>().ShouldContain("Emulator script:");
        error["message"]!.GetValue<string>().ShouldContain(problem);
        events[^1].Type().ShouldBe("session.status_terminated");
    }

    [Fact]
    public async Task A_tools_input_must_match_its_schema()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTool("write", """{"path":"a.txt","content":"x"}""");

        var events = await FailsAsync(api, """[{"type":"agent_toolset_20260401"}]""");

        events.Only("session.error")["error"]!["message"]!.GetValue<string>().ShouldContain("input.path: unknown field");
        events.Types().ShouldNotContain("agent.tool_use");
    }

    [Fact]
    public async Task Invalid_script_calls_throw_immediately()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentException>(() => api.Emulator.OnAnyUserMessage().UseTool("bash", "[]"));
        Should.Throw<InvalidOperationException>(() => api.Emulator.OnAnyUserMessage().Reply("x").AutoDeny());
        Should.Throw<InvalidOperationException>(() => api.Emulator.OnAnyUserMessage().CallCustomTool("x").AutoAsk());
    }

    [Fact]
    public async Task Unknown_events_can_be_emitted()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Emit("agent.dreaming", new JsonObject { ["depth"] = 3 }).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        // Read without contract validation: the contract does not contain this event.
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
    public async Task A_condition_that_throws_ends_the_session_with_an_error()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage(static _ => throw new InvalidOperationException("a mistake")).Reply("never said");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        (await api.SayAsync(session, "go")).Status.ShouldBe(200);

        (await stream.ToEndAsync()).Only("session.error")["error"]!["message"]!.GetValue<string>().ShouldContain("a mistake");
    }

    private static async Task<List<System.Text.Json.Nodes.JsonObject>> FailsAsync(TestApi api, string tools)
    {
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: tools));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        return await stream.ToEndAsync();
    }

    private static async Task<List<string>> SaysAsync(TestApi api, params string[] messages) => await SaysAsync(api, await api.CreateSessionAsync(), messages);

    private static async Task<List<string>> SaysAsync(TestApi api, string session, string[] messages)
    {
        var stream = await api.StreamAsync(session);
        List<string> said = [];
        foreach (var message in messages)
        {
            await api.SayAsync(session, message);
            said.Add((await stream.UntilIdleAsync()).Only("agent.message").Text());
        }

        return said;
    }
}
