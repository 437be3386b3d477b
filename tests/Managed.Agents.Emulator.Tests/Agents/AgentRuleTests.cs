namespace Managed.Agents.Emulator.Tests;

/// <summary>The rules for agents.</summary>
public sealed class AgentRuleTests
{
    private const string Schema = "\"description\":\"d\",\"input_schema\":{\"type\":\"object\"}";

    [Theory]
    [InlineData("""{"model":"gpt-9"}""", "unknown model")]
    [InlineData("""{"model":{"id":"claude-sonnet-5","speed":"fast"}}""", "does not support fast mode")]
    [InlineData("""{"model":{"id":"claude-opus-5","inference_geo":"mars"}}""", "us or global")]
    [InlineData("""{"name":""}""", "name: must have 1 to 256")]
    [InlineData("""{"skills":[{"type":"anthropic","skill_id":"xlsx"}]}""", "skills: require the read tool")]
    [InlineData("""{"skills":[{"type":"anthropic","skill_id":"xlsx"}],"tools":[{"type":"agent_toolset_20260401","configs":[{"name":"read","enabled":false}]}]}""", "skills: require the read tool")]
    [InlineData("""{"mcp_servers":[{"type":"url","name":"x","url":"https://x.example"}]}""", "\"x\" is not used by any mcp_toolset")]
    [InlineData("""{"tools":[{"type":"mcp_toolset","mcp_server_name":"x"}]}""", "tools[0].mcp_server_name: \"x\" is not declared")]
    [InlineData("""{"mcp_servers":[{"type":"url","name":"x","url":"https://x.example"},{"type":"url","name":"x","url":"https://y.example"}],"tools":[{"type":"mcp_toolset","mcp_server_name":"x"}]}""", "mcp_servers[1].name")]
    [InlineData("""{"mcp_servers":[{"type":"url","name":"x","url":"ftp://x"}],"tools":[{"type":"mcp_toolset","mcp_server_name":"x"}]}""", "mcp_servers[0].url")]
    [InlineData("""{"tools":[{"type":"agent_toolset_20260401"},{"type":"agent_toolset_20260401"}]}""", "tools[1]: this toolset is listed twice")]
    [InlineData("""{"tools":[{"type":"agent_toolset_20260401","configs":[{"name":"bash"},{"name":"bash"}]}]}""", "configured twice")]
    public async Task Inconsistent_fields_are_rejected(string fields, string problem) => await ShouldRejectAsync(fields, problem);

    [Theory]
    [InlineData("mcp__x", "reserved")]
    [InlineData("bash", "reserved")]
    public async Task A_custom_tool_with_a_reserved_name_is_rejected(string name, string problem) =>
        await ShouldRejectAsync($$"""{"tools":[{"type":"custom","name":"{{name}}",{{Schema}}}]}""", problem);

    [Fact]
    public async Task Duplicate_custom_tool_names_are_rejected() =>
        await ShouldRejectAsync($$"""{"tools":[{"type":"custom","name":"x",{{Schema}}},{"type":"custom","name":"x",{{Schema}}}]}""", "tools[1].name: \"x\" is used twice");

    [Theory]
    [InlineData("""{"type":"object","oneOf":[]}""", "oneOf")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/x"}}}""", "$ref")]
    [InlineData("""{"type":"object","properties":{"":{}}}""", "1 to 64")]
    [InlineData("""{"type":"array"}""", "input_schema.type")]
    public async Task Unsupported_custom_tool_schemas_are_rejected(string schema, string problem) =>
        await ShouldRejectAsync($$"""{"tools":[{"type":"custom","name":"x","description":"d","input_schema":{{schema}}}]}""", problem);

    [Fact]
    public async Task More_than_256_tools_are_rejected()
    {
        var tools = string.Join(',', Enumerable.Range(0, 249).Select(static i => $$"""{"type":"custom","name":"t{{i}}",{{Schema}}}"""));
        await ShouldRejectAsync($$"""{"tools":[{"type":"agent_toolset_20260401"},{{tools}}]}""", "at most 256");
    }

    [Theory]
    [InlineData("name", 257)]
    [InlineData("description", 2049)]
    [InlineData("system", 100_001)]
    public async Task Text_over_its_limit_is_rejected(string field, int length) => await ShouldRejectAsync($$"""{"{{field}}":"{{new string('x', length)}}"}""", field);

    [Theory]
    [InlineData("web_fetch", "https://a.example", "scheme")]
    [InlineData("web_fetch", "a.example:8080", "port")]
    [InlineData("web_fetch", "*.a.example", "wildcard")]
    [InlineData("web_fetch", "10.0.0.1", "IP address")]
    [InlineData("web_fetch", "a.example/docs", "path")]
    [InlineData("web_fetch", "localhost", "more than one label")]
    [InlineData("web_fetch", "printer.local", "local name")]
    [InlineData("web_fetch", "co.uk", "bare suffix")]
    [InlineData("web_fetch", "bücher.example", "ASCII")]
    [InlineData("web_search", "", "1 to 255")]
    public async Task An_invalid_web_tool_domain_is_rejected_with_its_path(string tool, string domain, string problem)
    {
        await ShouldRejectAsync($$"""{"tools":[{"type":"agent_toolset_20260401","configs":[{"name":"{{tool}}","allowed_domains":["ok.example","{{domain}}"]}]}]}""", problem);
        await ShouldRejectAsync($$"""{"tools":[{"type":"agent_toolset_20260401","configs":[{"name":"{{tool}}","blocked_domains":["{{domain}}"]}]}]}""", "tools[0].configs[0].blocked_domains[0]");
    }

    [Theory]
    [InlineData("\"allowed_domains\":[]", "at least 1")]
    [InlineData("\"allowed_domains\":[\"a.example\"],\"blocked_domains\":[\"b.example\"]", "cannot be combined with")]
    [InlineData("\"allowed_domains\":[\"a.example\",\"A.example\"]", "listed twice")]
    public async Task Invalid_web_tool_domain_lists_are_rejected(string lists, string problem) =>
        await ShouldRejectAsync($$"""{"tools":[{"type":"agent_toolset_20260401","configs":[{"name":"web_search",{{lists}}}]}]}""", problem);

    [Fact]
    public async Task A_web_search_domain_can_have_a_path()
    {
        await using var api = await TestApi.StartAsync();

        await api.CreateAgentAsync(tools: """[{"type":"agent_toolset_20260401","configs":[{"name":"web_search","allowed_domains":["a.example/docs"]}]}]""");
    }

    [Theory]
    [InlineData("""{"user_input":"none","client_tool_results":"none","server_tool_results":"none"}""", "at least one source must not be none")]
    [InlineData("""{"server_tool_results":{"type":"only","tools":[{"type":"tool_reference","name":"bash"}]}}""", "web_search or web_fetch")]
    [InlineData("""{"client_tool_results":{"type":"only","tools":[{"type":"tool_reference","name":"nobody"}]}}""", "not a custom tool")]
    public async Task Web_fetch_sources_that_name_unknown_tools_are_rejected(string sources, string problem) =>
        await ShouldRejectAsync($$"""{"tools":[{"type":"agent_toolset_20260401","configs":[{"name":"web_fetch","url_sources":{{sources}}}]}]}""", problem);

    [Fact]
    public async Task Web_fetch_sources_are_returned_as_objects()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync(tools: """[{"type":"agent_toolset_20260401","configs":[{"name":"web_fetch","url_sources":{"user_input":"none"}}]}]""");

        var config = (await api.GetAsync($"/v1/agents/{agent}"))["tools"]![0]!["configs"]![0]!;

        config["url_sources"]!["user_input"]!["type"]!.GetValue<string>().ShouldBe("none");
        config["url_sources"]!["server_tool_results"]!["type"]!.GetValue<string>().ShouldBe("all");
    }

    private static async Task ShouldRejectAsync(string fields, string problem)
    {
        await using var api = await TestApi.StartAsync();
        var body = new System.Text.Json.Nodes.JsonObject { ["name"] = "a", ["model"] = "claude-opus-5" };
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(fields)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        var answer = await api.PostAsync("/v1/agents", body);

        answer.Status.ShouldBe(400, answer.Body.ToJsonString());
        answer.ErrorType.ShouldBe("invalid_request_error");
        answer.Message.ShouldContain(problem);
    }
}
