using System.Text.Json.Nodes;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class DeploymentTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_new_deployment_has_all_fields()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        await api.PostAsync($"/v1/agents/{agent}", """{"system":"Be brief."}""");

        var made = (await api.TryDeployAsync(agent: agent)).ShouldSucceed();

        made.Id.ShouldStartWith("depl_01");
        made["agent"]!.ToJsonString().ShouldBe($$"""{"type":"agent","id":"{{agent}}","version":2}""");
        made.Text("status").ShouldBe("active");
        foreach (var empty in new[] { "description", "schedule", "paused_reason", "archived_at" })
        {
            made.Body.ContainsKey(empty).ShouldBeTrue();
            made[empty].ShouldBeNull();
        }

        made.Body.ContainsKey("budget").ShouldBeFalse();
        (made["resources"]!.ToJsonString(), made["vault_ids"]!.ToJsonString(), made["metadata"]!.ToJsonString()).ShouldBe(("[]", "[]", "{}"));
        made["initial_events"]!.ToJsonString().ShouldBe("""[{"type":"user.message","content":[{"type":"text","text":"report"}]}]""");
        (await api.GetAsync($"/v1/deployments/{made.Id}")).Body.ToJsonString().ShouldBe(made.Body.ToJsonString());
    }

    [Fact]
    public async Task Resources_are_returned_without_ids_and_secrets()
    {
        await using var api = await StartAsync();

        var made = (await api.TryDeployAsync(""","resources":[{"type":"github_repository","url":"https://github.com/a/b","authorization_token":"SECRET"},{"type":"memory_store","memory_store_id":"memstore_none"}]""")).ShouldSucceed();

        made["resources"]!.AsArray().Count.ShouldBe(2);
        made.Body.At("resources")![0]!.At("mount_path")!.GetValue<string>().ShouldBe("/workspace/b");
        made.Body.ToJsonString().ShouldNotContain("SECRET");
        made["resources"]!.ToJsonString().ShouldNotContain("\"id\"");
    }

    [Fact]
    public async Task An_update_keeps_omitted_fields_and_clears_or_replaces_sent_ones()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync($$$""","description":"Every night.","metadata":{"a":"1"},"vault_ids":["vlt_1"],"budget":{"type":"limit","max_list_cost":{"amount":"100","currency":"USD"}}{{{DeploymentApi.Nightly}}}""");
        var before = (await api.GetAsync(path)).Body.ToJsonString();

        (await api.PostAsync(path, "{}")).Body["name"]!.GetValue<string>().ShouldBe("nightly");
        (await api.GetAsync(path)).Body.ToJsonString().ShouldBe(before);

        _clock.Advance(TimeSpan.FromMinutes(1));
        var changed = (await api.PostAsync(path, """
            {"name":"daily","description":"","metadata":{"a":null,"b":"2"},"vault_ids":null,"schedule":null,"budget":null,
             "initial_events":[{"type":"user.define_outcome","description":"A report.","rubric":{"type":"text","content":"Short."},"max_iterations":2}]}
            """)).ShouldSucceed();

        changed.Text("name").ShouldBe("daily");
        changed["description"].ShouldBeNull();
        changed["metadata"]!.ToJsonString().ShouldBe("""{"b":"2"}""");
        changed["vault_ids"]!.AsArray().ShouldBeEmpty();
        changed["schedule"].ShouldBeNull();
        changed.Body.ContainsKey("budget").ShouldBeFalse();
        changed["initial_events"]![0]!["type"]!.GetValue<string>().ShouldBe("user.define_outcome");
        changed.Text("updated_at").ShouldNotBe(changed.Text("created_at"));
    }

    [Fact]
    public async Task A_plain_agent_id_pins_the_newest_version_again()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        var path = await api.DeployAsync(agent: agent);
        await api.PostAsync($"/v1/agents/{agent}", """{"system":"Be brief."}""");

        (await api.PostAsync(path, """{"name":"same agent"}""")).Body.At("agent.version")!.GetValue<int>().ShouldBe(1);
        (await api.PostAsync(path, $$"""{"agent":"{{agent}}"}""")).Body.At("agent.version")!.GetValue<int>().ShouldBe(2);
        (await api.PostAsync(path, $$$"""{"agent":{"type":"agent","id":"{{{agent}}}","version":1}}""")).Body.At("agent.version")!.GetValue<int>().ShouldBe(1);
        (await api.PostAsync(path, $$$"""{"agent":{"type":"agent","id":"{{{agent}}}","version":3}}""")).ShouldBeMissing();
    }

    [Theory]
    [InlineData(""","initial_events":[]""", "initial_events: must have at least 1 items")]
    [InlineData(""","name":"" """, "name: must have at least 1 character")]
    [InlineData(""","name":null""", "name")]
    [InlineData(""","initial_events":[{"type":"user.interrupt"}]""", "initial_events[0]")]
    [InlineData(""","initial_events":[{"type":"system.message","content":[{"type":"text","text":"a"}]},{"type":"user.message","content":[{"type":"text","text":"b"}]}]""", "initial_events[0]: system.message must be the last")]
    [InlineData(""","budget":{"type":"limit","max_list_cost":{"amount":"0","currency":"USD"}}""", "budget.max_list_cost.amount")]
    [InlineData(""","schedule":{"type":"lunar"}""", "schedule")]
    [InlineData(""","schedule":{"type":"cron","expression":"0 3 * * *"}""", "schedule.timezone")]
    [InlineData(""","resources":[{"type":"file","file_id":"file_1","mount_path":"/etc/passwd"}]""", "resources[0].mount_path")]
    [InlineData(""","metadata":{"a":1}""", "metadata")]
    [InlineData(""","color":"red" """, "color: unknown field")]
    public async Task An_invalid_deployment_is_rejected_on_create_and_update(string field, string message)
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync();
        var before = (await api.GetAsync(path)).Body.ToJsonString();

        (await api.PostAsync(path, $"{{{field.TrimStart(',')}}}")).ShouldBeRefused(message);
        (await api.GetAsync(path)).Body.ToJsonString().ShouldBe(before);
        var agent = await api.CreateAgentAsync();
        var whole = JsonNode.Parse($$"""
            {"name":"nightly","agent":"{{agent}}","environment_id":"{{await api.CreateEnvironmentAsync()}}","initial_events":[{"type":"user.message","content":[{"type":"text","text":"report"}]}]}
            """)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{field.TrimStart(',')}}}")!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        (await api.PostAsync("/v1/deployments", whole)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task More_than_50_initial_events_50_vaults_or_500_resources_are_rejected()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync();

        (await api.PostAsync(path, $$"""{"vault_ids":[{{Times(50, "\"vlt_1\"")}}]}""")).ShouldSucceed();
        (await api.PostAsync(path, $$"""{"vault_ids":[{{Times(51, "\"vlt_1\"")}}]}""")).ShouldBeRefused("vault_ids");
        (await api.PostAsync(path, $$"""{"initial_events":[{{Times(50, Inputs.Message("a").ToJsonString())}}]}""")).ShouldSucceed();
        (await api.PostAsync(path, $$"""{"initial_events":[{{Times(51, Inputs.Message("a").ToJsonString())}}]}""")).ShouldBeRefused("initial_events");
        (await api.PostAsync(path, $$"""{"resources":[{{Times(501, """{"type":"file","file_id":"file_1"}""")}}]}""")).ShouldBeRefused("resources");

        static string Times(int count, string item) => string.Join(',', Enumerable.Repeat(item, count));
    }

    [Fact]
    public async Task A_missing_or_archived_agent_or_environment_is_rejected()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();
        await api.PostAsync($"/v1/agents/{agent}/archive");
        await api.PostAsync($"/v1/environments/{environment}/archive");

        (await api.TryDeployAsync(agent: agent)).ShouldBeRefused("archived");
        (await api.TryDeployAsync(agent: "agent_none")).ShouldBeMissing();
        (await api.TryDeployAsync(environment: environment)).ShouldBeRefused("archived", "environment_archived");
        (await api.TryDeployAsync(environment: "env_none")).ShouldBeMissing("environment_not_found");
    }

    [Fact]
    public async Task Deployments_are_listed_newest_first_with_filters_for_agent_status_time_and_archive()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        List<string> ids = [];
        for (var i = 0; i < 4; i++)
        {
            ids.Insert(0, (await api.DeployAsync(agent: i == 0 ? agent : null)).Split('/')[^1]);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        await api.PostAsync($"/v1/deployments/{ids[0]}/archive");
        await api.PostAsync($"/v1/deployments/{ids[1]}/pause");

        (await api.GetAsync("/v1/deployments")).Ids().ShouldBe(ids[1..]);
        (await api.GetAsync("/v1/deployments?include_archived=true")).Ids().ShouldBe(ids);
        (await api.GetAsync("/v1/deployments?status=paused")).Ids().ShouldBe([ids[1]]);
        (await api.GetAsync("/v1/deployments?status=active")).Ids().ShouldBe(ids[2..]);
        (await api.GetAsync("/v1/deployments?status=active&include_archived=true")).ShouldBeRefused("cannot be combined with");
        (await api.GetAsync("/v1/deployments?status=resting")).ShouldBeRefused("status");
        (await api.GetAsync($"/v1/deployments?agent_id={agent}")).Ids().ShouldBe([ids[3]]);
        (await api.GetAsync("/v1/deployments?created_at[lte]=2026-11-21T10:00:00Z")).Ids().ShouldBe(ids[2..]);
        (await api.GetAsync("/v1/deployments?created_at[gte]=2026-11-21T11:00:00Z")).Ids().ShouldBe([ids[1]]);
        var first = await api.GetAsync("/v1/deployments?limit=2");
        (await api.GetAsync($"/v1/deployments?limit=2&page={first.NextPage}")).Ids().ShouldBe([ids[3]]);
    }

    [Fact]
    public async Task Pause_and_unpause_are_idempotent()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);

        var paused = (await api.PostAsync($"{path}/pause")).ShouldSucceed();
        (paused.Text("status"), paused.Text("paused_reason.type")).ShouldBe(("paused", "manual"));
        (await api.PostAsync($"{path}/pause")).Body.ToJsonString().ShouldBe(paused.Body.ToJsonString());

        var active = (await api.PostAsync($"{path}/unpause")).ShouldSucceed();
        (active.Text("status"), active["paused_reason"]).ShouldBe(("active", null));
        (await api.PostAsync($"{path}/unpause")).Body.ToJsonString().ShouldBe(active.Body.ToJsonString());
    }

    [Fact]
    public async Task An_archived_deployment_shows_active_and_starts_no_runs()
    {
        await using var api = await StartAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly);
        await api.PostAsync($"{path}/pause");

        var archived = (await api.PostAsync($"{path}/archive")).ShouldSucceed();

        archived["archived_at"].ShouldNotBeNull();
        (archived.Text("status"), archived["paused_reason"]).ShouldBe(("active", null));
        archived.Times().ShouldBeEmpty();
        (await api.PostAsync($"{path}/archive")).Body.ToJsonString().ShouldBe(archived.Body.ToJsonString());
        foreach (var action in new[] { "/pause", "/unpause", "/run" })
        {
            (await api.PostAsync(path + action)).ShouldBeRefused("is archived and cannot be changed");
        }

        (await api.PostAsync(path, """{"name":"again"}""")).ShouldBeRefused("is archived and cannot be changed");
        _clock.Advance(TimeSpan.FromDays(3));
        (await api.RunsAsync(path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Archiving_an_agent_archives_its_deployments()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        var path = await api.DeployAsync(DeploymentApi.Nightly, agent);
        var other = await api.DeployAsync(DeploymentApi.Nightly);

        await api.PostAsync($"/v1/agents/{agent}/archive");

        (await api.GetAsync(path))["archived_at"].ShouldNotBeNull();
        (await api.GetAsync(other))["archived_at"].ShouldBeNull();
        _clock.Advance(TimeSpan.FromDays(1));
        (await api.RunsAsync(path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unknown_deployments_and_runs_are_404()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();

        (await api.GetAsync("/v1/deployments/depl_none")).ShouldBeMissing();
        (await api.GetAsync($"/v1/deployments/{agent}")).ShouldBeMissing();
        (await api.PostAsync("/v1/deployments/depl_none", "{}")).ShouldBeMissing();
        foreach (var action in new[] { "archive", "pause", "unpause", "run" })
        {
            (await api.PostAsync($"/v1/deployments/depl_none/{action}")).ShouldBeMissing();
        }

        (await api.GetAsync("/v1/deployment_runs/drun_none")).ShouldBeMissing();
        (await api.GetAsync("/v1/deployments", beta: null)).ShouldBeMissing();
        (await api.GetAsync("/v1/deployment_runs", beta: null)).ShouldBeMissing();
    }

    [Fact]
    public async Task More_than_1000_scheduled_deployments_are_rejected()
    {
        await using var api = await StartAsync();
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();
        var first = await api.DeployAsync(DeploymentApi.Nightly, agent, environment);
        for (var i = 1; i < 1000; i++)
        {
            (await api.TryDeployAsync(DeploymentApi.Nightly, agent, environment)).ShouldSucceed();
        }

        (await api.TryDeployAsync(DeploymentApi.Nightly, agent, environment)).ShouldBeRefused("at most 1000");
        var unscheduled = await api.DeployAsync("", agent, environment);
        (await api.PostAsync(unscheduled, $"{{{DeploymentApi.Nightly.TrimStart(',')}}}")).ShouldBeRefused("at most 1000");
        (await api.PostAsync(first, $"{{{DeploymentApi.Schedule("0 4 * * *").TrimStart(',')}}}")).ShouldSucceed();
        await api.PostAsync($"{first}/archive");
        (await api.TryDeployAsync(DeploymentApi.Nightly, agent, environment)).ShouldSucceed();
    }

    private Task<TestApi> StartAsync() => TestApi.StartAsync(options => options.TimeProvider = _clock);
}
