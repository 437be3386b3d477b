namespace Managed.Agents.Emulator.Tests;

/// <summary>Multiagent rosters: pinned versions, one level, one geography.</summary>
public sealed class MultiagentTests
{
    [Fact]
    public async Task A_coordinator_pins_its_roster_when_it_is_saved()
    {
        await using var api = await TestApi.StartAsync();
        var writer = await api.CreateAgentAsync("writer");
        var lead = await api.PostAsync("/v1/agents", Lead($$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"},{"type":"self"},{"type":"advisor","model":"claude-opus-5"}]}"""));
        await api.PostAsync($"/v1/agents/{writer}", """{"system":"later"}""");

        var roster = (await api.GetAsync($"/v1/agents/{lead.Id}"))["multiagent"]!["agents"]!.AsArray();

        roster[0]!["version"]!.GetValue<int>().ShouldBe(1);
        roster[1]!["id"]!.GetValue<string>().ShouldBe(lead.Id);
        roster[2]!["type"]!.GetValue<string>().ShouldBe("advisor");
    }

    [Fact]
    public async Task The_layered_form_gets_defaults_and_is_merged_per_level()
    {
        await using var api = await TestApi.StartAsync();
        var writer = await api.CreateAgentAsync("writer");
        var lead = await api.PostAsync("/v1/agents", Lead($$"""{"type":"multiagent_20261001","subagents":{"type":"enabled","predefined_agents":[{"type":"agent","id":"{{writer}}"}] } }"""));
        lead["multiagent"]!["advisor"]!["type"]!.GetValue<string>().ShouldBe("disabled");
        lead["multiagent"]!["workflows"]!["inline_agents"]!["type"]!.GetValue<string>().ShouldBe("enabled");

        var changed = await api.PostAsync($"/v1/agents/{lead.Id}", """{"multiagent":{"type":"multiagent_20261001","subagents":{"type":"enabled","inline_agents":{"type":"disabled"}},"workflows":{"type":"disabled"}}}""");

        changed["multiagent"]!["subagents"]!["inline_agents"]!["type"]!.GetValue<string>().ShouldBe("disabled");
        changed["multiagent"]!["subagents"]!["predefined_agents"]!.AsArray().ShouldHaveSingleItem();
        changed["multiagent"]!["workflows"]!["type"]!.GetValue<string>().ShouldBe("disabled");
        (await api.PostAsync($"/v1/agents/{lead.Id}", """{"multiagent":null}"""))["multiagent"].ShouldBeNull();
    }

    [Fact]
    public async Task Null_restores_the_default_of_a_layer()
    {
        await using var api = await TestApi.StartAsync();
        var lead = await api.PostAsync("/v1/agents", Lead("""{"type":"multiagent_20261001","workflows":{"type":"disabled"},"advisor":{"type":"enabled","model":"claude-opus-5"}}"""));

        var changed = await api.PostAsync($"/v1/agents/{lead.Id}", """{"multiagent":{"type":"multiagent_20261001","workflows":null}}""");

        changed["multiagent"]!["workflows"]!["type"]!.GetValue<string>().ShouldBe("enabled");
        changed["multiagent"]!["advisor"]!["type"]!.GetValue<string>().ShouldBe("enabled");
    }

    [Fact]
    public async Task A_nested_roster_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var writer = await api.CreateAgentAsync("writer");
        var lead = await api.PostAsync("/v1/agents", Lead($$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"}]}"""));

        await ShouldRejectAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{lead.Id}}"}]}""", "rosters can be one level deep only");
    }

    [Fact]
    public async Task A_roster_with_different_geographies_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var american = (await api.PostAsync("/v1/agents", """{"name":"us","model":{"id":"claude-opus-5","inference_geo":"us"}}""")).Id;

        await ShouldRejectAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{american}}"}]}""", "inference_geo");
    }

    [Fact]
    public async Task Duplicate_and_archived_agents_on_a_roster_are_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var writer = await api.CreateAgentAsync("writer");
        await ShouldRejectAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"},{"type":"agent","id":"{{writer}}"}]}""", "listed twice");
        await ShouldRejectAsync(api, """{"type":"coordinator","agents":[{"type":"advisor","model":"claude-opus-5"},{"type":"advisor","model":"claude-opus-5"}]}""", "listed twice");
        await api.PostAsync($"/v1/agents/{writer}/archive");

        await ShouldRejectAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"}]}""", "archived");
        await ShouldRejectAsync(api, """{"type":"coordinator","agents":[]}""", "at least 1");
    }

    [Fact]
    public async Task An_empty_list_without_inline_agents_is_rejected()
    {
        await using var api = await TestApi.StartAsync();

        await ShouldRejectAsync(api, """{"type":"multiagent_20261001","subagents":{"type":"enabled","inline_agents":{"type":"disabled"}}}""", "must not be empty");
    }

    [Fact]
    public async Task An_unknown_agent_on_a_roster_is_404()
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/agents", Lead("""{"type":"coordinator","agents":[{"type":"agent","id":"agent_nobody"}]}"""))).Status.ShouldBe(404);
    }

    private static string Lead(string multiagent) => $$"""{"name":"lead","model":"claude-opus-5","multiagent":{{multiagent}}}""";

    private static async Task ShouldRejectAsync(TestApi api, string multiagent, string problem)
    {
        var answer = await api.PostAsync("/v1/agents", Lead(multiagent));
        answer.Status.ShouldBe(400, answer.Body.ToJsonString());
        answer.Message.ShouldContain(problem);
    }
}
