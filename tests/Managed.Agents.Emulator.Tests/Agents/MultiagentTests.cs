namespace Managed.Agents.Emulator.Tests;

/// <summary>Rosters: pinned, one level deep, of one geography.</summary>
public sealed class MultiagentTests
{
    [Fact]
    public async Task A_coordinators_roster_is_pinned_when_it_is_saved()
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
    public async Task The_layered_form_is_filled_in_and_merged_level_by_level()
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
    public async Task Null_gives_a_layer_its_default_back()
    {
        await using var api = await TestApi.StartAsync();
        var lead = await api.PostAsync("/v1/agents", Lead("""{"type":"multiagent_20261001","workflows":{"type":"disabled"},"advisor":{"type":"enabled","model":"claude-opus-5"}}"""));

        var changed = await api.PostAsync($"/v1/agents/{lead.Id}", """{"multiagent":{"type":"multiagent_20261001","workflows":null}}""");

        changed["multiagent"]!["workflows"]!["type"]!.GetValue<string>().ShouldBe("enabled");
        changed["multiagent"]!["advisor"]!["type"]!.GetValue<string>().ShouldBe("enabled");
    }

    [Fact]
    public async Task A_roster_is_one_level_deep()
    {
        await using var api = await TestApi.StartAsync();
        var writer = await api.CreateAgentAsync("writer");
        var lead = await api.PostAsync("/v1/agents", Lead($$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"}]}"""));

        await RefuseAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{lead.Id}}"}]}""", "one level only");
    }

    [Fact]
    public async Task A_roster_pins_one_geography_or_none()
    {
        await using var api = await TestApi.StartAsync();
        var american = (await api.PostAsync("/v1/agents", """{"name":"us","model":{"id":"claude-opus-5","inference_geo":"us"}}""")).Id;

        await RefuseAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{american}}"}]}""", "inference_geo");
    }

    [Fact]
    public async Task A_roster_has_no_repeats_and_no_archived_agents()
    {
        await using var api = await TestApi.StartAsync();
        var writer = await api.CreateAgentAsync("writer");
        await RefuseAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"},{"type":"agent","id":"{{writer}}"}]}""", "listed twice");
        await RefuseAsync(api, """{"type":"coordinator","agents":[{"type":"advisor","model":"claude-opus-5"},{"type":"advisor","model":"claude-opus-5"}]}""", "listed twice");
        await api.PostAsync($"/v1/agents/{writer}/archive");

        await RefuseAsync(api, $$"""{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"}]}""", "archived");
        await RefuseAsync(api, """{"type":"coordinator","agents":[]}""", "at least 1");
    }

    [Fact]
    public async Task Without_inline_agents_the_list_must_not_be_empty()
    {
        await using var api = await TestApi.StartAsync();

        await RefuseAsync(api, """{"type":"multiagent_20261001","subagents":{"type":"enabled","inline_agents":{"type":"disabled"}}}""", "must not be empty");
    }

    [Fact]
    public async Task An_unknown_agent_on_a_roster_is_404()
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/agents", Lead("""{"type":"coordinator","agents":[{"type":"agent","id":"agent_nobody"}]}"""))).Status.ShouldBe(404);
    }

    private static string Lead(string multiagent) => $$"""{"name":"lead","model":"claude-opus-5","multiagent":{{multiagent}}}""";

    private static async Task RefuseAsync(TestApi api, string multiagent, string problem)
    {
        var answer = await api.PostAsync("/v1/agents", Lead(multiagent));
        answer.Status.ShouldBe(400, answer.Body.ToJsonString());
        answer.Message.ShouldContain(problem);
    }
}
