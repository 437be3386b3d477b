using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The creation of sessions.</summary>
public sealed class SessionCreationTests
{
    [Fact]
    public async Task A_new_session_is_idle_with_all_fields()
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider());
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();

        var session = await api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{environment}}"}""");

        session["agent"]!["id"]!.GetValue<string>().ShouldBe(agent);
        session["agent"]!["version"]!.GetValue<int>().ShouldBe(1);
        session["agent"]!["name"]!.GetValue<string>().ShouldBe("coder");
        foreach (var field in new[] { "id", "agent", "environment_id", "usage" })
        {
            session.Body.Remove(field);
        }

        var expected = JsonNode.Parse("""
            {"type":"session","status":"idle","title":null,"metadata":{},"resources":[],"vault_ids":[],"outcome_evaluations":[],"budget":null,"deployment_id":null,
             "stats":{"active_seconds":0,"duration_seconds":0},
             "created_at":"2026-11-21T09:00:00.000000Z","updated_at":"2026-11-21T09:00:00.000000Z","archived_at":null}
            """);
        JsonNode.DeepEquals(session.Body, expected).ShouldBeTrue(session.Body.ToJsonString());
    }

    [Fact]
    public async Task A_new_session_has_no_usage()
    {
        await using var api = await TestApi.StartAsync();
        var usage = (await api.GetAsync($"/v1/sessions/{await api.CreateSessionAsync()}"))["usage"]!;

        usage["input_tokens"]!.GetValue<int>().ShouldBe(0);
        usage["list_cost"]!.ToJsonString().ShouldBe("""{"amount":"0","currency":"USD"}""");
    }

    [Fact]
    public async Task A_session_pins_the_requested_version_or_the_newest()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        await api.PostAsync($"/v1/agents/{agent}", """{"system":"two"}""");
        var environment = await api.CreateEnvironmentAsync();

        async Task<JsonNode> PinnedAsync(string reference) => (await api.PostAsync("/v1/sessions", $$"""{"agent":{{reference}},"environment_id":"{{environment}}"}"""))["agent"]!;

        (await PinnedAsync($"\"{agent}\""))["version"]!.GetValue<int>().ShouldBe(2);
        (await PinnedAsync($$"""{"type":"agent","id":"{{agent}}","version":1}"""))["system"].ShouldBeNull();
        (await api.PostAsync("/v1/sessions", $$"""{"agent":{"type":"agent","id":"{{agent}}","version":7},"environment_id":"{{environment}}"}""")).Status.ShouldBe(404);
        await api.PostAsync($"/v1/agents/{agent}", """{"system":"three"}""");
        (await api.GetAsync("/v1/sessions")).Data[^1]["agent"]!["system"]!.GetValue<string>().ShouldBe("two");
    }

    [Fact]
    public async Task Overrides_replace_fields_without_creating_a_version()
    {
        await using var api = await TestApi.StartAsync();
        var agent = (await api.PostAsync("/v1/agents", """{"name":"a","system":"s","model":{"id":"claude-opus-5","effort":"low","inference_geo":"us"},"tools":[{"type":"agent_toolset_20260401"}]}""")).Id;
        var environment = await api.CreateEnvironmentAsync();

        var session = await api.PostAsync("/v1/sessions", $$"""{"agent":{"type":"agent_with_overrides","id":"{{agent}}","model":{"id":"claude-opus-5"},"system":null,"tools":[]},"environment_id":"{{environment}}"}""");

        var resolved = session["agent"]!;
        resolved["model"]!.ToJsonString().ShouldBe("""{"id":"claude-opus-5","effort":{"type":"high"},"speed":"standard"}""");
        resolved["system"].ShouldBeNull();
        resolved["tools"]!.AsArray().ShouldBeEmpty();
        resolved["version"]!.GetValue<int>().ShouldBe(1);
        (await api.GetAsync($"/v1/agents/{agent}"))["system"]!.GetValue<string>().ShouldBe("s");
    }

    [Theory]
    [InlineData("\"model\":null", "agent.model")]
    [InlineData("\"tools\":[{\"type\":\"mcp_toolset\",\"mcp_server_name\":\"x\"}]", "agent.skills")]
    [InlineData("\"skills\":[],\"mcp_servers\":[]", "agent.tools[1].mcp_server_name")]
    public async Task Overrides_that_make_the_agent_invalid_are_rejected(string overrides, string problem)
    {
        await using var api = await TestApi.StartAsync();
        var agent = (await api.PostAsync("/v1/agents", """
            {"name":"a","model":"claude-opus-5","skills":[{"type":"anthropic","skill_id":"xlsx"}],"mcp_servers":[{"type":"url","name":"x","url":"https://x.example"}],
             "tools":[{"type":"agent_toolset_20260401"},{"type":"mcp_toolset","mcp_server_name":"x"}]}
            """)).Id;

        var answer = await api.PostAsync("/v1/sessions", $$"""{"agent":{"type":"agent_with_overrides","id":"{{agent}}",{{overrides}}},"environment_id":"{{await api.CreateEnvironmentAsync()}}"}""");

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task An_MCP_host_that_the_environment_does_not_allow_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var agent = (await api.PostAsync("/v1/agents", """{"name":"a","model":"claude-opus-5","mcp_servers":[{"type":"url","name":"x","url":"https://mcp.x.example/sse"}],"tools":[{"type":"mcp_toolset","mcp_server_name":"x"}]}""")).Id;

        async Task<int> StatusAsync(string networking)
        {
            var environment = await api.CreateEnvironmentAsync($$"""{"type":"cloud","networking":{{networking}}}""");
            return (await api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{environment}}"}""")).Status;
        }

        (await StatusAsync("""{"type":"limited"}""")).ShouldBe(400);
        (await StatusAsync("""{"type":"limited","allowed_hosts":["*.x.example"]}""")).ShouldBe(200);
        (await StatusAsync("""{"type":"limited","allow_mcp_servers":true}""")).ShouldBe(200);
        (await StatusAsync("""{"type":"unrestricted"}""")).ShouldBe(200);
    }

    [Fact]
    public async Task Initial_events_start_the_session_and_are_listed()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").WaitFor(static token => Task.Delay(Timeout.Infinite, token));
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();

        var session = await api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{environment}}","initial_events":[{"type":"user.message","content":[{"type":"text","text":"go"}]}]}""");

        session["status"]!.GetValue<string>().ShouldBe("running");
        session.Body.ContainsKey("initial_events").ShouldBeFalse();
        (await api.GetAsync($"/v1/sessions/{session.Id}/events")).Data[0].Type().ShouldBe("user.message");
    }

    [Theory]
    [InlineData("""[{"type":"user.interrupt"}]""", "initial_events[0].type")]
    [InlineData("""[{"type":"user.define_outcome","description":"d"}]""", "initial_events[0].rubric")]
    [InlineData("""[{"type":"user.define_outcome","description":"d","rubric":{"type":"text","content":"r"}},{"type":"user.define_outcome","description":"d","rubric":{"type":"text","content":"r"}}]""", "initial_events[1]")]
    public async Task Initial_events_other_than_messages_and_one_outcome_are_rejected(string events, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await CreateAsync(api, $"\"initial_events\":{events}");

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
        (await api.GetAsync("/v1/sessions")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_50_initial_events_or_100_file_documents_are_rejected()
    {
        await using var api = await TestApi.StartAsync();
        const string Message = """{"type":"user.message","content":[{"type":"text","text":"x"}]}""";
        const string Document = """{"type":"document","source":{"type":"file","file_id":"file_1"}}""";

        (await CreateAsync(api, $"\"initial_events\":[{string.Join(',', Enumerable.Repeat(Message, 51))}]")).Message.ShouldContain("at most 50");
        (await CreateAsync(api, $$"""
            "initial_events":[{"type":"user.message","content":[{{string.Join(',', Enumerable.Repeat(Document, 101))}}]}]
            """)).Message.ShouldContain("at most 100");
        (await CreateAsync(api, "\"initial_events\":[]"))["status"]!.GetValue<string>().ShouldBe("idle");
    }

    [Theory]
    [InlineData("0", "greater than zero")]
    [InlineData("05", "must match")]
    [InlineData("1.5", "must match")]
    public async Task A_budget_that_is_not_a_positive_number_of_whole_cents_is_rejected(string amount, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await CreateAsync(api, $$"""
            "budget":{"type":"limit","max_list_cost":{"amount":"{{amount}}","currency":"USD"} }
            """);

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task A_budget_must_be_in_dollars_and_requires_a_model_with_a_price()
    {
        await using var api = await TestApi.StartAsync();
        var priceless = (await api.PostAsync("/v1/agents", """{"name":"a","model":"claude-mythos-5-2"}""")).Id;
        const string Budget = """
            "budget":{"type":"limit","max_list_cost":{"amount":"100","currency":"USD"}}
            """;

        (await CreateAsync(api, Budget.Replace("USD", "EUR", StringComparison.Ordinal))).Message.ShouldContain("currency");
        var answer = await api.PostAsync("/v1/sessions", $$"""{"agent":"{{priceless}}","environment_id":"{{await api.CreateEnvironmentAsync()}}",{{Budget}}}""");
        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain("model_not_budgetable");
    }

    [Fact]
    public async Task Unknown_agents_and_environments_are_404()
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/sessions", $$"""{"agent":"agent_nobody","environment_id":"{{await api.CreateEnvironmentAsync()}}"}""")).Status.ShouldBe(404);
        (await api.PostAsync("/v1/sessions", $$"""{"agent":"{{await api.CreateAgentAsync()}}","environment_id":"env_nowhere"}""")).ErrorCode.ShouldBe("environment_not_found");
    }

    private static async Task<Answer> CreateAsync(TestApi api, string fields) =>
        await api.PostAsync("/v1/sessions", $$"""{"agent":"{{await api.CreateAgentAsync()}}","environment_id":"{{await api.CreateEnvironmentAsync()}}",{{fields}}}""");
}
