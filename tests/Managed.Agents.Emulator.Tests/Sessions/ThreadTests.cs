namespace Managed.Agents.Emulator.Tests;

/// <summary>The threads of a session as resources.</summary>
public sealed class ThreadTests
{
    [Fact]
    public async Task Every_session_has_a_primary_thread_with_the_whole_agent()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        var primary = (await api.GetAsync($"/v1/sessions/{session}/threads")).Data.ShouldHaveSingleItem();

        primary.Id().ShouldStartWith("sthr_01");
        primary["parent_thread_id"].ShouldBeNull();
        primary["agent"]!["name"]!.GetValue<string>().ShouldBe("coder");
        primary["stats"].ShouldBeNull();
        primary["usage"].ShouldBeNull();
        (await api.GetAsync($"/v1/sessions/{session}/threads/{primary.Id()}"))["status"]!.GetValue<string>().ShouldBe("idle");
        (await api.GetAsync($"/v1/sessions/{session}/threads/sthr_nobody")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_thread_that_has_run_has_usage_and_stats()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();

        var primary = (await api.GetAsync($"/v1/sessions/{session}/threads")).Data.Single();

        primary["usage"]!["output_tokens"]!.GetValue<int>().ShouldBeGreaterThan(0);
        primary["stats"]!["startup_seconds"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_stream_of_a_child_thread_contains_all_its_activity()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.CallCustomTool("look").Think().Reply("A")).Reply("done");
        var (session, primary) = await DelegationTests.LeadAsync(api);
        await api.SayAsync(session, "go");
        var asked = await primary.UntilIdleAsync();
        var thread = asked.Only("session.thread_created")["session_thread_id"]!.GetValue<string>();
        var child = await api.OpenAsync($"/v1/sessions/{session}/threads/{thread}/stream?event_deltas[]=agent.message");

        await api.SendEventsAsync(session, Inputs.CustomResult(asked[^1].WaitingFor().Single(), "x"));

        (await child.UntilAsync("session.thread_status_idle")).Types().ShouldBe([
            "user.custom_tool_result", "session.thread_status_running", "span.model_request_start", "agent.thinking",
            "event_start", "event_delta", "agent.message", "span.model_request_end", "session.thread_status_idle",
        ]);
    }

    [Fact]
    public async Task An_idle_child_thread_can_be_archived_and_the_primary_thread_cannot()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.Reply("A")).Reply("done");
        var (session, stream) = await DelegationTests.LeadAsync(api);
        await api.SayAsync(session, "go");
        var thread = (await stream.UntilIdleAsync()).Only("session.thread_created")["session_thread_id"]!.GetValue<string>();
        var primary = (await api.GetAsync($"/v1/sessions/{session}/threads")).Data[0].Id();

        var archived = await api.PostAsync($"/v1/sessions/{session}/threads/{thread}/archive");

        archived["status"]!.GetValue<string>().ShouldBe("terminated");
        archived["archived_at"].ShouldNotBeNull();
        (await stream.UntilAsync("session.thread_status_terminated"))[^1]["session_thread_id"]!.GetValue<string>().ShouldBe(thread);
        (await api.PostAsync($"/v1/sessions/{session}/threads/{primary}/archive")).Status.ShouldBe(400);
        (await api.SendEventsAsync(session, Inputs.Interrupt(thread))).Message.ShouldContain("terminated");
    }

    [Fact]
    public async Task A_running_child_thread_cannot_be_archived()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.WaitFor(static token => Task.Delay(Timeout.Infinite, token))).Reply("done");
        var (session, stream) = await DelegationTests.LeadAsync(api);
        await api.SayAsync(session, "go");
        var thread = (await stream.UntilAsync("session.thread_created"))[^1]["session_thread_id"]!.GetValue<string>();

        (await api.PostAsync($"/v1/sessions/{session}/threads/{thread}/archive")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Archiving_a_child_thread_that_waits_for_the_client_unblocks_the_session()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("writer", "a", static work => work.CallCustomTool("look").Reply("A")).Reply("never said");
        var (session, stream) = await DelegationTests.LeadAsync(api);
        await api.SayAsync(session, "go");
        var asked = await stream.UntilIdleAsync();
        var thread = asked.Only("session.thread_created")["session_thread_id"]!.GetValue<string>();

        await api.PostAsync($"/v1/sessions/{session}/threads/{thread}/archive");

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("end_turn");
        (await api.SendEventsAsync(session, Inputs.CustomResult(asked[^1].WaitingFor().Single(), "late"))).Status.ShouldBe(400);
        (await api.SayAsync(session, "something else")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_late_confirmation_for_an_archived_child_thread_is_accepted_without_effect()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").Delegate("asker", "a", static work => work.UseTool("bash", """{"command":"ls"}""").Reply("A")).Reply("never said");
        var asker = await api.CreateAgentAsync("asker", """[{"type":"agent_toolset_20260401","default_config":{"permission_policy":{"type":"always_ask"}}}]""");
        var lead = await api.CreateAgentAsync("lead", more: $$"""
            ,"multiagent":{"type":"coordinator","agents":[{"type":"agent","id":"{{asker}}"}]}
            """);
        var session = await api.CreateSessionAsync(lead);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "go");
        var asked = await stream.UntilIdleAsync();
        await api.PostAsync($"/v1/sessions/{session}/threads/{asked.Only("session.thread_created")["session_thread_id"]}/archive");

        (await api.SendEventsAsync(session, Inputs.Allow(asked[^1].WaitingFor().Single()))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_session_has_at_most_25_unarchived_child_threads()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("many").DelegateAll(static tasks =>
        {
            for (var i = 0; i < 25; i++)
            {
                tasks.To($"child {i}", "a", static work => work.Reply("A"));
            }
        }).Reply("done");
        api.Emulator.OnUserMessage("one more").Delegate("extra", "a", static work => work.Reply("A")).Reply("done");
        var lead = (await api.PostAsync("/v1/agents", """{"name":"lead","model":"claude-opus-5","multiagent":{"type":"multiagent_20261001"}}""")).Id;
        var session = await api.CreateSessionAsync(lead);
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "many");
        var thread = (await stream.UntilIdleAsync()).First(static e => e.Type() == "session.thread_created")["session_thread_id"]!.GetValue<string>();
        await api.PostAsync($"/v1/sessions/{session}/threads/{thread}/archive");

        await api.SayAsync(session, "one more");
        (await stream.UntilIdleAsync()).Types().ShouldContain("session.thread_created");
        api.Emulator.OnUserMessage("another").Delegate("another", "a", static work => work.Reply("A"));
        await api.SayAsync(session, "another");

        (await stream.ToEndAsync()).Only("session.error")["error"]!["message"]!.GetValue<string>().ShouldContain("at most 25");
    }
}
