using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Updates, archive, delete, and the list of sessions.</summary>
public sealed class SessionChangeTests
{
    [Fact]
    public async Task An_update_reports_the_changed_fields_only()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync(more: ""","metadata":{"a":"1"}""");
        var stream = await api.StreamAsync(session);

        var answer = await api.PostAsync($"/v1/sessions/{session}", """{"title":"Fibonacci","metadata":{"a":"1"}}""");

        answer["title"]!.GetValue<string>().ShouldBe("Fibonacci");
        var updated = (await stream.UntilAsync("session.updated"))[^1];
        updated["title"]!.GetValue<string>().ShouldBe("Fibonacci");
        updated.Select(static field => field.Key).ShouldBe(["type", "id", "title", "processed_at"]);
    }

    [Fact]
    public async Task Metadata_is_merged_and_reported_completely()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync(more: ""","metadata":{"a":"1","b":"2"}""");

        await api.PostAsync($"/v1/sessions/{session}", """{"metadata":{"a":null,"c":"3"}}""");

        var history = await api.GetAsync($"/v1/sessions/{session}/events?types[]=session.updated");
        history.Data.ShouldHaveSingleItem()["metadata"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3"}""");
    }

    [Fact]
    public async Task An_update_without_a_change_is_not_reported()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync(more: ""","title":"t" """);

        (await api.PostAsync($"/v1/sessions/{session}", """{"title":"t"}""")).Status.ShouldBe(200);

        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tools_are_replaced_for_the_session_and_reported_with_the_whole_agent()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        var session = await api.CreateSessionAsync(agent);

        (await api.PostAsync($"/v1/sessions/{session}", """{"agent":{"tools":[]}}"""))["agent"]!["tools"]!.AsArray().ShouldBeEmpty();

        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Only("session.updated")["agent"]!["id"]!.GetValue<string>().ShouldBe(agent);
        (await api.GetAsync($"/v1/agents/{agent}"))["tools"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"vault_ids":["vlt_1"]}""", "vault_ids")]
    [InlineData("""{"agent":{"system":"x"}}""", "agent.system: unknown field")]
    [InlineData("""{"agent":{"tools":[{"type":"mcp_toolset","mcp_server_name":"x"}]}}""", "agent.tools[0].mcp_server_name")]
    [InlineData("""{"budget":{"type":"limit","max_list_cost":{"amount":"5","currency":"USD"}}}""", "budget_create_only")]
    public async Task Fields_that_are_fixed_at_creation_cannot_be_updated(string body, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.PostAsync($"/v1/sessions/{await api.CreateSessionAsync()}", body);

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task A_running_session_cannot_be_archived_deleted_or_given_other_tools()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("work").WaitFor(static token => Task.Delay(Timeout.Infinite, token));
        var session = await api.CreateSessionAsync();
        await api.SayAsync(session, "work");

        (await api.PostAsync($"/v1/sessions/{session}/archive")).Status.ShouldBe(400);
        (await api.DeleteAsync($"/v1/sessions/{session}")).Status.ShouldBe(400);
        (await api.PostAsync($"/v1/sessions/{session}", """{"agent":{"tools":[]}}""")).Status.ShouldBe(400);
        (await api.PostAsync($"/v1/sessions/{session}", """{"title":"still"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Archiving_terminates_the_session_ends_the_streams_and_keeps_the_history()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();

        var archived = await api.PostAsync($"/v1/sessions/{session}/archive");

        archived["status"]!.GetValue<string>().ShouldBe("terminated");
        archived["archived_at"].ShouldNotBeNull();
        (await stream.ToEndAsync()).Types().ShouldBe(["session.status_terminated"]);
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Types().ShouldContain("agent.message");
        (await api.SayAsync(session, "anyone?")).Status.ShouldBe(400);
        (await api.PostAsync($"/v1/sessions/{session}", """{"title":"x"}""")).Status.ShouldBe(400);
        (await (await api.StreamAsync(session)).ToEndAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleting_is_reported_on_the_stream_only_and_removes_the_session()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        (await api.DeleteAsync($"/v1/sessions/{session}")).Body.ToJsonString().ShouldBe($$"""{"id":"{{session}}","type":"session_deleted"}""");

        (await stream.ToEndAsync()).Types().ShouldBe(["session.deleted"]);
        (await api.GetAsync($"/v1/sessions/{session}")).Status.ShouldBe(404);
        (await api.GetAsync($"/v1/sessions/{session}/events")).Status.ShouldBe(404);
        (await api.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}/events/stream")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_archived_session_can_still_be_deleted()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        await api.PostAsync($"/v1/sessions/{session}/archive");

        (await api.DeleteAsync($"/v1/sessions/{session}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_status_can_become_idle_shortly_after_the_idle_event()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.IdleStatusDelay = TimeSpan.FromMilliseconds(200);
        });
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();

        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("running");
        (await api.PostAsync($"/v1/sessions/{session}/archive")).Status.ShouldBe(400);
        clock.Advance(TimeSpan.FromMilliseconds(200));

        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("idle");
        (await api.PostAsync($"/v1/sessions/{session}/archive")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_list_filters_by_agent_version_status_and_archive()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        var first = await api.CreateSessionAsync(agent);
        await api.PostAsync($"/v1/agents/{agent}", """{"system":"two"}""");
        var second = await api.CreateSessionAsync(agent);
        var other = await api.CreateSessionAsync();
        await api.PostAsync($"/v1/sessions/{second}/archive");

        async Task<List<string>> IdsAsync(string query) => [.. (await api.GetAsync($"/v1/sessions?{query}")).Data.Select(Events.Id)];

        (await IdsAsync("")).ShouldBe([other, first]);
        (await IdsAsync($"agent_id={agent}")).ShouldBe([first]);
        (await IdsAsync($"agent_id={agent}&include_archived=true")).ShouldBe([second, first]);
        (await IdsAsync($"agent_id={agent}&agent_version=2&include_archived=true")).ShouldBe([second]);
        (await IdsAsync("statuses[]=terminated&statuses[]=running&include_archived=true")).ShouldBe([second]);
        (await IdsAsync("order=asc")).ShouldBe([first, other]);
        (await IdsAsync("deployment_id=depl_1")).ShouldBeEmpty();
        (await IdsAsync("memory_store_id=memstore_1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions_are_paged_forwards_and_backwards()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();
        List<string> newestFirst = [];
        for (var i = 0; i < 5; i++)
        {
            newestFirst.Insert(0, await api.CreateSessionAsync(agent, environment));
        }

        var first = await api.GetAsync("/v1/sessions?limit=2");
        var second = await api.GetAsync($"/v1/sessions?limit=2&page={first.NextPage}");
        var third = await api.GetAsync($"/v1/sessions?limit=2&page={second.NextPage}");
        var back = await api.GetAsync($"/v1/sessions?limit=2&page={third["prev_page"]}");

        first["prev_page"].ShouldBeNull();
        first.Data.Concat(second.Data).Concat(third.Data).Select(Events.Id).ShouldBe(newestFirst);
        third.NextPage.ShouldBeNull();
        back.Data.Select(Events.Id).ShouldBe(second.Data.Select(Events.Id));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_order_its_list_and_its_time_filter()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var agent = await api.CreateAgentAsync();
        await api.CreateSessionAsync(agent);
        clock.Advance(TimeSpan.FromHours(1));
        await api.CreateSessionAsync(agent);
        var cursor = (await api.GetAsync("/v1/sessions?limit=1")).NextPage;

        (await api.GetAsync($"/v1/sessions?order=asc&page={cursor}")).Message.ShouldContain("order desc");
        (await api.GetAsync($"/v1/agents?page={cursor}")).Message.ShouldContain("not a valid cursor of this list");
        (await api.GetAsync($"/v1/sessions?created_at[lt]=2026-11-21T10:00:00Z&page={cursor}")).Message.ShouldContain("created_at");
        (await api.GetAsync($"/v1/sessions?limit=7&statuses[]=idle&page={cursor}")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_survives_the_deletion_of_its_last_item()
    {
        await using var api = await TestApi.StartAsync();
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();
        var oldest = await api.CreateSessionAsync(agent, environment);
        var middle = await api.CreateSessionAsync(agent, environment);
        await api.CreateSessionAsync(agent, environment);
        var page = await api.GetAsync("/v1/sessions?limit=2");

        await api.DeleteAsync($"/v1/sessions/{middle}");

        (await api.GetAsync($"/v1/sessions?limit=2&page={page.NextPage}")).Data.Select(Events.Id).ShouldBe([oldest]);
    }
}
