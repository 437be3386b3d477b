using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Agents: defaults, updates, versions, archive, lists.</summary>
public sealed class AgentTests
{
    [Fact]
    public async Task Omitted_fields_get_defaults()
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new ManualTimeProvider());

        var agent = await api.PostAsync("/v1/agents", """{"name":"coder","model":"claude-opus-5","tools":[{"type":"agent_toolset_20260401","configs":[{"name":"bash","enabled":false}]}]}""");

        agent.Status.ShouldBe(200);
        agent.Body.Remove("id");
        var expected = JsonNode.Parse("""
            {"type":"agent","version":1,"name":"coder","description":null,"model":{"id":"claude-opus-5","effort":{"type":"high"},"speed":"standard"},"system":null,
             "tools":[{"type":"agent_toolset_20260401","default_config":{"enabled":true,"permission_policy":{"type":"always_allow"}},
                       "configs":[{"name":"bash","enabled":false,"permission_policy":{"type":"always_allow"},"type":"bash"}]}],
             "mcp_servers":[],"skills":[],"multiagent":null,"metadata":{},"execution_identity":{"type":"service_account"},
             "created_at":"2026-11-21T09:00:00.000000Z","updated_at":"2026-11-21T09:00:00.000000Z","archived_at":null}
            """);
        JsonNode.DeepEquals(agent.Body, expected).ShouldBeTrue(agent.Body.ToJsonString());
    }

    [Fact]
    public async Task An_MCP_toolset_asks_by_default()
    {
        await using var api = await TestApi.StartAsync();

        var agent = await api.PostAsync("/v1/agents", """{"name":"a","model":"claude-opus-5","mcp_servers":[{"type":"url","name":"github","url":"https://mcp.example/x"}],"tools":[{"type":"mcp_toolset","mcp_server_name":"github"}]}""");

        agent["tools"]![0]!["default_config"]!["permission_policy"]!["type"]!.GetValue<string>().ShouldBe("always_ask");
    }

    [Fact]
    public async Task An_update_without_changes_creates_no_version()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateAgentAsync();

        var same = await api.PostAsync($"/v1/agents/{id}", """{"name":"coder","system":null}""");
        var changed = await api.PostAsync($"/v1/agents/{id}", """{"system":"Be kind."}""");

        same["version"]!.GetValue<int>().ShouldBe(1);
        changed["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_stale_version_is_409_even_if_the_fields_are_equal()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateAgentAsync();
        await api.PostAsync($"/v1/agents/{id}", """{"system":"Be kind.","version":1}""");

        var stale = await api.PostAsync($"/v1/agents/{id}", """{"system":"Be kind.","version":1}""");

        stale.Status.ShouldBe(409);
        stale.ErrorType.ShouldBe("conflict_error");
        (await api.PostAsync($"/v1/agents/{id}", """{"system":"Be short."}"""))["version"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task An_update_keeps_omitted_fields_clears_null_fields_and_replaces_arrays()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateAgentAsync(more: ""","system":"s","description":"d","metadata":{"a":"1","b":"2"}""");

        var agent = await api.PostAsync($"/v1/agents/{id}", """{"description":null,"tools":[],"metadata":{"a":null,"c":"3"}}""");

        agent["system"]!.GetValue<string>().ShouldBe("s");
        agent["description"].ShouldBeNull();
        agent["tools"]!.AsArray().ShouldBeEmpty();
        agent["metadata"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3"}""");
    }

    [Fact]
    public async Task Metadata_limits_apply_to_the_merged_metadata()
    {
        await using var api = await TestApi.StartAsync();
        string Pairs(string prefix) => string.Join(',', Enumerable.Range(0, 16).Select(i => $"\"{prefix}{i}\":\"v\""));
        var id = await api.CreateAgentAsync(more: $",\"metadata\":{{{Pairs("a")}}}");

        var answer = await api.PostAsync($"/v1/agents/{id}", $"{{\"metadata\":{{{Pairs("b")}}}}}");

        answer.Status.ShouldBe(400);
        answer.ErrorCode.ShouldBe("invalid_metadata");
    }

    [Fact]
    public async Task Updating_the_model_keeps_only_the_effort_of_the_same_model()
    {
        await using var api = await TestApi.StartAsync();
        var id = (await api.PostAsync("/v1/agents", """{"name":"a","model":{"id":"claude-opus-5","effort":"low","inference_geo":"us","speed":"fast"}}""")).Id;

        var kept = (await api.PostAsync($"/v1/agents/{id}", """{"model":{"id":"claude-opus-5"}}"""))["model"]!;
        var reset = (await api.PostAsync($"/v1/agents/{id}", """{"model":"claude-sonnet-5"}"""))["model"]!;

        kept.ToJsonString().ShouldBe("""{"id":"claude-opus-5","effort":{"type":"low"},"speed":"standard"}""");
        reset.ToJsonString().ShouldBe("""{"id":"claude-sonnet-5","effort":{"type":"high"},"speed":"standard"}""");
    }

    [Fact]
    public async Task Effort_is_accepted_as_string_or_object_and_returned_as_object()
    {
        await using var api = await TestApi.StartAsync();

        var word = await api.PostAsync("/v1/agents", """{"name":"a","model":{"id":"claude-opus-5","effort":"max"}}""");
        var form = await api.PostAsync("/v1/agents", """{"name":"a","model":{"id":"claude-opus-5","effort":{"type":"max"}}}""");

        word["model"]!["effort"]!["type"]!.GetValue<string>().ShouldBe("max");
        form["model"]!["effort"]!["type"]!.GetValue<string>().ShouldBe("max");
    }

    [Fact]
    public async Task Versions_can_be_read_and_listed()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateAgentAsync();
        await api.PostAsync($"/v1/agents/{id}", """{"system":"two"}""");

        (await api.GetAsync($"/v1/agents/{id}?version=1"))["system"].ShouldBeNull();
        (await api.GetAsync($"/v1/agents/{id}"))["system"]!.GetValue<string>().ShouldBe("two");
        (await api.GetAsync($"/v1/agents/{id}?version=9")).Status.ShouldBe(404);
        (await api.GetAsync($"/v1/agents/{id}/versions")).Data.Select(static agent => agent["version"]!.GetValue<int>()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task An_archived_agent_is_read_only_accepts_no_sessions_and_is_not_listed()
    {
        await using var api = await TestApi.StartAsync();
        var id = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();

        var archived = await api.PostAsync($"/v1/agents/{id}/archive");

        archived["archived_at"].ShouldNotBeNull();
        (await api.PostAsync($"/v1/agents/{id}/archive"))["archived_at"]!.GetValue<string>().ShouldBe(archived["archived_at"]!.GetValue<string>());
        (await api.PostAsync($"/v1/agents/{id}", """{"system":"x"}""")).Status.ShouldBe(400);
        (await api.PostAsync("/v1/sessions", $$"""{"agent":"{{id}}","environment_id":"{{environment}}"}""")).Status.ShouldBe(400);
        (await api.GetAsync($"/v1/agents/{id}")).Status.ShouldBe(200);
        (await api.GetAsync("/v1/agents")).Data.ShouldBeEmpty();
        (await api.GetAsync("/v1/agents?include_archived=true")).Data.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Agents_are_listed_newest_first_in_pages_with_time_filters()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        foreach (var name in new[] { "one", "two", "three" })
        {
            await api.CreateAgentAsync(name);
            clock.Advance(TimeSpan.FromHours(1));
        }

        var first = await api.GetAsync("/v1/agents?limit=2");
        var second = await api.GetAsync($"/v1/agents?limit=2&page={first.NextPage}");
        var late = await api.GetAsync("/v1/agents?created_at[gte]=2026-11-21T10:00:00Z");

        first.Data.Select(static agent => agent["name"]!.GetValue<string>()).ShouldBe(["three", "two"]);
        second.Data.Select(static agent => agent["name"]!.GetValue<string>()).ShouldBe(["one"]);
        second.NextPage.ShouldBeNull();
        late.Data.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_default_page_size_is_20()
    {
        await using var api = await TestApi.StartAsync();
        for (var i = 0; i < 21; i++)
        {
            await api.CreateAgentAsync($"agent {i}");
        }

        var page = await api.GetAsync("/v1/agents");

        page.Data.Count.ShouldBe(20);
        page.NextPage.ShouldNotBeNull();
        (await api.GetAsync("/v1/agents?limit=100")).Data.Count.ShouldBe(21);
    }
}
