using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Several agents in one session: threads, their messages, and calls of child threads.</summary>
public sealed class DelegationTests
{
    [Fact]
    public async Task A_task_runs_on_a_child_thread_which_reports_back()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "Write it.", static work => work.UseTool("bash", """{"command":"ls"}""").Reply("It is written.")).Reply(static turn => $"The writer says: {turn.LastResultText}");
        var (session, stream) = await LeadAsync(api);

        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe([
            "user.message", "session.status_running", "span.model_request_start", "span.model_request_end",
            "session.thread_created", "agent.thread_message_sent", "session.thread_status_running",
            "agent.thread_message_received", "session.thread_status_idle",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        var created = events.Only("session.thread_created");
        created["agent_name"]!.GetValue<string>().ShouldBe("writer");
        var thread = created["session_thread_id"]!.GetValue<string>();
        events.Only("agent.thread_message_sent")["to_session_thread_id"]!.GetValue<string>().ShouldBe(thread);
        events.Only("agent.thread_message_received")["from_session_thread_id"]!.GetValue<string>().ShouldBe(thread);
        events.Only("session.thread_status_idle").StopReason().ShouldBe("end_turn");
        events.Only("agent.message").Text().ShouldBe("The writer says: It is written.");

        var childs = (await api.GetAsync($"/v1/sessions/{session}/threads/{thread}/events")).Data;
        childs.Types().ShouldBe([
            "session.thread_created", "agent.thread_message_received", "session.thread_status_running",
            "span.model_request_start", "agent.tool_use", "span.model_request_end", "agent.tool_result",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.thread_status_idle",
        ]);
        childs[1].Text().ShouldBe("Write it.");
    }

    [Fact]
    public async Task A_childs_waiting_call_is_shown_and_answered_on_the_primary_stream()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "Look.", static work => work.CallCustomTool("look").Reply(static turn => turn.LastResultText)).Reply("done");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");

        var asked = await stream.UntilIdleAsync();
        var call = asked.Only("agent.custom_tool_use");
        var thread = call["session_thread_id"]!.GetValue<string>();
        asked.Types().TakeLast(3).ShouldBe(["session.thread_status_idle", "session.usage", "session.status_idle"]);
        asked.Only("session.thread_status_idle").StopReason().ShouldBe("requires_action");
        asked[^1].WaitingFor().ShouldBe([call.Id()]);

        var answer = (await api.SendEventsAsync(session, Inputs.CustomResult(call.Id(), "seen"))).Data.Single();

        answer["session_thread_id"]!.GetValue<string>().ShouldBe(thread);
        var rest = await stream.UntilIdleAsync();
        rest.Types().Take(3).ShouldBe(["user.custom_tool_result", "session.status_running", "session.thread_status_running"]);
        rest.Only("agent.thread_message_received").Text().ShouldBe("seen");
        rest[^1].StopReason().ShouldBe("end_turn");
        var copy = (await api.GetAsync($"/v1/sessions/{session}/threads/{thread}/events")).Data.Only("user.custom_tool_result");
        copy.Id().ShouldNotBe(answer.Id());
        copy["custom_tool_use_id"]!.GetValue<string>().ShouldBe(call.Id());
    }

    [Fact]
    public async Task The_session_is_idle_only_when_no_thread_works()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        api.Emulator.OnUserMessage("go").DelegateAll(static tasks => tasks
            .To("writer", "Look.", static work => work.CallCustomTool("look").Reply("looked"))
            .To("checker", "Check.", static work => work.Delay(TimeSpan.FromMinutes(1)).Reply("checked"))).Reply("done");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");
        var before = await stream.UntilAsync("session.thread_status_idle");
        before.Types().ShouldNotContain("session.status_idle");
        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("running");

        await clock.WaitForTimersAsync(2);
        clock.Advance(TimeSpan.FromMinutes(1));

        var idle = await stream.UntilIdleAsync();
        idle[^1].StopReason().ShouldBe("requires_action");
        await api.SendEventsAsync(session, Inputs.CustomResult(idle[^1].WaitingFor().Single(), "x"));
        (await stream.UntilIdleAsync()).Only("agent.message").Text().ShouldBe("done");
    }

    [Fact]
    public async Task Children_can_work_at_the_same_time()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").DelegateAll(static tasks => tasks
            .To("writer", "a", static work => work.Reply("A"))
            .To("checker", "b", static work => work.Reply("B"))).Reply("done");
        var (session, stream) = await LeadAsync(api);

        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Count(static e => e.Type() == "session.thread_created").ShouldBe(2);
        events.Where(static e => e.Type() == "agent.thread_message_received").Select(Events.Text).Order().ShouldBe(["A", "B"]);
        events.Only("agent.message").Text().ShouldBe("done");
    }

    [Fact]
    public async Task A_child_that_has_reported_gets_the_next_task_on_its_thread()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.Reply("A")).Delegate("writer", "b", static work => work.Reply("B")).Reply("done");
        var (session, stream) = await LeadAsync(api);

        await api.SayAsync(session, "go");

        (await stream.UntilIdleAsync()).Count(static e => e.Type() == "session.thread_created").ShouldBe(1);
    }

    [Fact]
    public async Task An_interrupt_reaches_every_thread()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.WaitFor(static token => Task.Delay(Timeout.Infinite, token))).Reply("never said");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");
        await stream.UntilAsync("session.thread_status_running");

        await api.SendEventsAsync(session, Inputs.Interrupt());

        var events = await stream.UntilIdleAsync();
        events.Types().Order().ShouldBe(["session.status_idle", "session.thread_status_idle", "session.usage", "user.interrupt"]);
        events[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task An_interrupted_child_closes_its_calls_and_does_not_report()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.CallCustomTool("look").Reply("x")).Reply("never said");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");
        var thread = (await stream.UntilIdleAsync()).Only("session.thread_created")["session_thread_id"]!.GetValue<string>();

        await api.SendEventsAsync(session, Inputs.Interrupt(thread));

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldNotContain("agent.thread_message_received");
        events.Only("session.thread_status_idle").StopReason().ShouldBe("end_turn");
        events[^1].StopReason().ShouldBe("end_turn");
        var childs = (await api.GetAsync($"/v1/sessions/{session}/threads/{thread}/events")).Data;
        childs.Only("user.custom_tool_result")["is_error"]!.GetValue<bool>().ShouldBeTrue();
        childs.Only("user.interrupt")["processed_at"].ShouldNotBeNull();
        (await api.SayAsync(session, "something else")).Status.ShouldBe(200);
        (await stream.UntilIdleAsync()).Types().ShouldContain("agent.message");
    }

    [Fact]
    public async Task Inline_agents_are_created_if_the_roster_allows_them()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("anyone", "a", static work => work.Reply("A")).Reply("done");
        var lead = (await api.PostAsync("/v1/agents", """{"name":"lead","model":"claude-opus-5","multiagent":{"type":"multiagent_20261001"}}""")).Id;
        var session = await api.CreateSessionAsync(lead);
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "go");

        await stream.UntilIdleAsync();
        (await api.GetAsync($"/v1/sessions/{session}/threads")).Data[1]["agent"]!["type"]!.GetValue<string>().ShouldBe("inline");
    }

    [Fact]
    public async Task The_advisor_thread_is_created_responds_and_terminates()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").ConsultAdvisor("Be bold.").Reply(static turn => turn.LastResultText);
        var (session, stream) = await LeadAsync(api);

        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Types().Skip(4).Take(5).ShouldBe([
            "session.thread_created", "session.thread_status_running", "agent.thread_message_received", "session.thread_status_idle", "session.thread_status_terminated",
        ]);
        events.Only("session.thread_created")["agent_name"]!.GetValue<string>().ShouldBe("anthropic.advisor");
        events.Types().ShouldNotContain("agent.thread_message_sent");
        (await api.GetAsync($"/v1/sessions/{session}/threads?statuses[]=terminated")).Data.ShouldHaveSingleItem()["agent"]!["type"]!.GetValue<string>().ShouldBe("advisor");
    }

    [Fact]
    public async Task The_primary_thread_can_report_its_status()
    {
        await using var api = await TestApi.StartAsync(options => options.ShowPrimaryThreadStatus = true);
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "Hello");

        var types = (await stream.UntilIdleAsync()).Types().ToList();
        types[2].ShouldBe("session.thread_status_running");
        types[^3].ShouldBe("session.thread_status_idle");
    }

    internal static async Task<(string Session, SseReader Stream)> LeadAsync(TestApi api)
    {
        const string Tools = """[{"type":"agent_toolset_20260401"},{"type":"custom","name":"look","description":"d","input_schema":{"type":"object"}}]""";
        var writer = await api.CreateAgentAsync("writer", Tools);
        var checker = await api.CreateAgentAsync("checker");
        var lead = await api.CreateAgentAsync("lead", more: $$"""
            ,"multiagent":{"type":"coordinator","agents":[{"type":"agent","id":"{{writer}}"},{"type":"agent","id":"{{checker}}"},{"type":"advisor","model":"claude-opus-5"}]}
            """);
        var session = await api.CreateSessionAsync(lead);
        return (session, await api.StreamAsync(session));
    }
}
