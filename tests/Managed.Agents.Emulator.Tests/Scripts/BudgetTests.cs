using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Budgets and costs. Opus 5 costs 5 dollars per million input tokens, so 20,000 input tokens cost 10 cents.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task At_the_budget_thread_and_session_become_idle_and_a_higher_budget_resumes_the_turn()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(20_000, 0).UseTool("bash", """{"command":"ls"}""").Reply("done");
        var session = await CreateAsync(api, "10");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Types().TakeLast(4).ShouldBe(["agent.tool_result", "session.thread_status_idle", "session.usage", "session.status_idle"]);
        events.Only("session.thread_status_idle").StopReason().ShouldBe("budget_reached");
        events[^1].StopReason().ShouldBe("budget_reached");
        events[^2]["budget"]!["max_list_cost"]!["amount"]!.GetValue<string>().ShouldBe("10");
        events[^2]["usage"]!["list_cost"]!["amount"]!.GetValue<string>().ShouldBe("10");

        (await api.PostAsync($"/v1/sessions/{session}", Budget("100"))).Status.ShouldBe(200);
        var rest = await stream.UntilIdleAsync();
        rest.Types().Take(3).ShouldBe(["session.updated", "session.status_running", "span.model_request_start"]);
        rest[0]["budget"]!["max_list_cost"]!["amount"]!.GetValue<string>().ShouldBe("100");
        rest.Only("agent.message").Text().ShouldBe("done");
        rest[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task A_turn_that_ends_over_budget_reports_it_per_thread()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(20_000, 0).Reply("done");
        var session = await CreateAsync(api, "10");
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Only("session.thread_status_idle").StopReason().ShouldBe("end_turn");
        events[^1].StopReason().ShouldBe("budget_reached");
    }

    [Fact]
    public async Task At_the_budget_messages_are_refused_and_interrupts_are_not_stored()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(20_000, 0).UseTool("bash", """{"command":"ls"}""").Reply("done");
        var session = await CreateAsync(api, "10");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        await stream.UntilIdleAsync();

        (await api.SayAsync(session, "more")).Message.ShouldContain("budget");
        (await api.SendEventsAsync(session, Inputs.Outcome("x"))).Message.ShouldContain("budget");
        (await api.SendEventsAsync(session, Inputs.System("x"))).Message.ShouldContain("budget");
        (await api.SendEventsAsync(session, Inputs.Interrupt())).Status.ShouldBe(200);
        (await api.GetAsync($"/v1/sessions/{session}/events?types[]=user.interrupt")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waiting_call_has_priority_over_the_budget_and_can_be_answered()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(20_000, 0).CallCustomTool("look").Reply("done");
        var agent = await api.CreateAgentAsync(tools: """[{"type":"custom","name":"look","description":"d","input_schema":{"type":"object"}}]""");
        var session = await CreateAsync(api, "10", agent);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        var asked = await stream.UntilIdleAsync();
        asked[^1].StopReason().ShouldBe("requires_action");

        (await api.SendEventsAsync(session, Inputs.CustomResult(asked.Only("agent.custom_tool_use").Id(), "seen"))).Status.ShouldBe(200);

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("budget_reached");
    }

    [Fact]
    public async Task A_child_that_pauses_at_the_budget_reports_usage_while_others_work()
    {
        await using var api = await TestApi.StartAsync();
        var working = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("go").DelegateAll(tasks => tasks
            .To("spender", "a", work => work.WaitFor(token => working.Task.WaitAsync(token)).UseTokens(20_000, 0).UseTool("bash", """{"command":"ls"}""").Reply("A"))
            .To("worker", "b", work => work.WaitFor(token =>
            {
                working.SetResult();
                return go.Task.WaitAsync(token);
            }).Reply("B"))).Reply("done");
        var lead = (await api.PostAsync("/v1/agents", """{"name":"lead","model":"claude-opus-5","tools":[{"type":"agent_toolset_20260401"}],"multiagent":{"type":"multiagent_20261001"}}""")).Id;
        var session = await CreateAsync(api, "10", lead);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        var paused = await stream.UntilAsync("session.usage");
        paused.Last(static e => e.Type() == "session.thread_status_idle").StopReason().ShouldBe("budget_reached");
        paused.Types().ShouldNotContain("session.status_idle");
        go.SetResult();

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("budget_reached");
        await api.PostAsync($"/v1/sessions/{session}", """{"budget":null}""");
        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("done");
    }

    [Fact]
    public async Task A_new_budget_must_exceed_the_cost_so_far()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(20_000, 0).Reply("done");
        var session = await CreateAsync(api, "10");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        await stream.UntilIdleAsync();

        var answer = await api.PostAsync($"/v1/sessions/{session}", Budget("10"));

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain("budget_not_raised");
    }

    [Fact]
    public async Task A_removed_budget_cannot_be_added_again()
    {
        await using var api = await TestApi.StartAsync();
        var session = await CreateAsync(api, "10");

        var removed = await api.PostAsync($"/v1/sessions/{session}", """{"budget":null}""");

        removed["budget"].ShouldBeNull();
        var updated = (await api.GetAsync($"/v1/sessions/{session}/events")).Data.Only("session.updated");
        updated.ContainsKey("budget").ShouldBeTrue();
        updated["budget"].ShouldBeNull();
        (await api.PostAsync($"/v1/sessions/{session}", Budget("100"))).Message.ShouldContain("budget_create_only");
    }

    [Fact]
    public async Task Removing_the_budget_resumes_the_turn()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(20_000, 0).UseTool("bash", """{"command":"ls"}""").Reply("done");
        var session = await CreateAsync(api, "10");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        await stream.UntilIdleAsync();

        await api.PostAsync($"/v1/sessions/{session}", """{"budget":null}""");

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task Usage_is_the_sum_of_the_model_requests()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(50_000, 15_000).UseTool("bash", """{"command":"ls"}""").UseTokens(1, 2, cacheCreationTokens: 3, cacheReadTokens: 4).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();

        events.First(static e => e.Type() == "span.model_request_end")["model_usage"]!["input_tokens"]!.GetValue<int>().ShouldBe(50_000);
        var usage = events.Only("session.usage")["usage"]!;
        usage["input_tokens"]!.GetValue<int>().ShouldBe(50_001);
        usage["output_tokens"]!.GetValue<int>().ShouldBe(15_002);
        usage["cache_creation"]!["ephemeral_5m_input_tokens"]!.GetValue<int>().ShouldBe(3);
        usage["cache_read_input_tokens"]!.GetValue<int>().ShouldBe(4);
        (await api.GetAsync($"/v1/sessions/{session}"))["usage"]!.ToJsonString().ShouldBe(usage.ToJsonString());
    }

    [Fact]
    public void An_hour_with_50_000_tokens_in_and_15_000_out_costs_70_and_a_half_cents()
    {
        var meter = new UsageMeter();
        meter.Add(new RequestUsage(50_000, 15_000, 0, 0), new JsonObject { ["id"] = "claude-opus-5" });

        meter.Cost(activeSeconds: 3600).ShouldBe(0.705m);
    }

    [Fact]
    public void Cached_input_and_geography_change_the_price()
    {
        var meter = new UsageMeter();
        meter.Add(new RequestUsage(10_000, 15_000, 0, 40_000), new JsonObject { ["id"] = "claude-opus-5" });
        var american = new UsageMeter();
        american.Add(new RequestUsage(10_000, 0, 0, 0), new JsonObject { ["id"] = "claude-opus-5", ["inference_geo"] = "us" });

        meter.Cost(activeSeconds: 3600).ShouldBe(0.525m);
        american.Cost(activeSeconds: 0).ShouldBe(0.055m);
    }

    [Fact]
    public async Task A_search_costs_a_cent()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").UseTokens(0, 0).UseTool("web_search", """{"query":"x"}""", result: "found").UseTokens(0, 0).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");

        var usage = (await stream.UntilIdleAsync()).Only("session.usage")["usage"]!;

        usage["server_tool_use"]!["web_search_requests"]!.GetValue<int>().ShouldBe(1);
        usage["list_cost"]!["amount"]!.GetValue<string>().ShouldBe("1");
    }

    private static string Budget(string cents) => $$"""{"budget":{"type":"limit","max_list_cost":{"amount":"{{cents}}","currency":"USD"} } }""";

    private static async Task<string> CreateAsync(TestApi api, string cents, string? agent = null) =>
        await api.CreateSessionAsync(agent, more: $",{Budget(cents).Trim()[1..^1]}");
}
