namespace Managed.Agents.Emulator.Tests;

/// <summary>Workflow runs and their phases.</summary>
public sealed class WorkflowTests
{
    [Fact]
    public async Task A_run_completes_its_phases_and_resumes_the_agent()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").RunWorkflow("survey", static run => run
            .Phase("gather", static phase => phase.Agent("collector", "Collect.", static work => work.Reply("collected")))
            .Phase("write", static phase => phase.Agent("writer", "Write.", static work => work.Reply("written")))).Reply("done");
        var (session, stream) = await LeadAsync(api);

        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe([
            "user.message", "session.status_running", "span.model_request_start", "span.model_request_end",
            "workflow_run.created", "workflow_run.status_running",
            "workflow_run.phase_started", "session.thread_created", "session.thread_status_running", "session.thread_status_terminated", "workflow_run.phase_ended",
            "workflow_run.phase_started", "session.thread_created", "session.thread_status_running", "session.thread_status_terminated", "workflow_run.phase_ended",
            "workflow_run.status_ended",
            "span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle",
        ]);
        var created = events.Only("workflow_run.created");
        var run = created["workflow_run_id"]!.GetValue<string>();
        run.ShouldStartWith("wrun_01");
        created["phases"]!.AsArray().Select(static phase => phase!["name"]!.GetValue<string>()).ShouldBe(["gather", "write"]);
        var started = events.First(static e => e.Type() == "workflow_run.phase_started");
        started["workflow_run_phase_id"]!.GetValue<string>().ShouldBe(created["phases"]![0]!["id"]!.GetValue<string>());
        events.First(static e => e.Type() == "workflow_run.phase_ended")["phase_started_id"]!.GetValue<string>().ShouldBe(started.Id());
        events.First(static e => e.Type() == "session.thread_created")["workflow_run_id"]!.GetValue<string>().ShouldBe(run);
        events.Only("workflow_run.status_ended")["result"]!.ToJsonString().ShouldBe("""{"type":"completed"}""");
    }

    [Fact]
    public async Task The_first_message_of_a_run_thread_is_its_prompt_without_a_sender()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").RunWorkflow("survey", static run => run.Phase("gather", static phase => phase.Agent("collector", "Collect.", static work => work.Reply("collected")))).Reply("done");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");
        var thread = (await stream.UntilIdleAsync()).Only("session.thread_created")["session_thread_id"]!.GetValue<string>();

        var prompt = (await api.GetAsync($"/v1/sessions/{session}/threads/{thread}/events")).Data.Only("agent.thread_message_received");

        prompt.Text().ShouldBe("Collect.");
        prompt.ContainsKey("from_agent_name").ShouldBeFalse();
        (await api.GetAsync($"/v1/sessions/{session}/threads/{thread}"))["archived_at"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_can_fail_or_be_stopped(bool fails)
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("go").RunWorkflow("survey", run => _ = fails ? run.Fail("program_error", "A typo.") : run.Stop()).Reply("done");
        var (session, stream) = await LeadAsync(api);

        await api.SayAsync(session, "go");

        var events = await stream.UntilIdleAsync();
        events.Only("workflow_run.status_ended")["result"]!.ToJsonString().ShouldBe(fails
            ? """{"type":"error","error":{"type":"program_error","message":"A typo."}}"""
            : """{"type":"stopped"}""");
        events.Types().Contains("workflow_run.error").ShouldBe(fails);
        events[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task An_open_run_keeps_the_session_running_and_its_threads_cannot_be_archived()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("go").RunWorkflow("survey", run => run.Phase("gather", phase => phase.Agent("collector", "Collect.", work => work.WaitFor(token => go.Task.WaitAsync(token)).Reply("x")))).Reply("done");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");
        var thread = (await stream.UntilAsync("session.thread_created"))[^1]["session_thread_id"]!.GetValue<string>();

        (await api.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("running");
        (await api.PostAsync($"/v1/sessions/{session}/threads/{thread}/archive")).ErrorCode.ShouldBe("workflow_run_open");
        go.SetResult();

        (await stream.UntilIdleAsync())[^1].StopReason().ShouldBe("end_turn");
    }

    [Fact]
    public async Task An_interrupt_pauses_a_run_and_a_later_message_resumes_it()
    {
        await using var api = await TestApi.StartAsync();
        var tries = 0;
        api.Emulator.OnUserMessage("go").RunWorkflow("survey", run => run.Phase("gather", phase => phase.Agent(
            "collector", "Collect.", work => work.WaitFor(token => Interlocked.Increment(ref tries) == 1 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask).Reply("x")))).Reply("never said");
        api.Emulator.OnUserMessage("go on").Reply("finished");
        var (session, stream) = await LeadAsync(api);
        await api.SayAsync(session, "go");
        await stream.UntilAsync("session.thread_status_running");

        await api.SendEventsAsync(session, Inputs.Interrupt());
        var paused = await stream.UntilIdleAsync();
        paused.Types().ShouldContain("workflow_run.status_idle");
        paused.Types().ShouldNotContain("workflow_run.status_ended");
        (await api.PostAsync($"/v1/sessions/{session}/archive")).ErrorCode.ShouldBe("workflow_run_open");
        (await api.DeleteAsync($"/v1/sessions/{session}")).ErrorCode.ShouldBe("workflow_run_open");
        (await api.PostAsync($"/v1/sessions/{session}", """{"agent":{"tools":[]}}""")).ErrorCode.ShouldBe("workflow_run_open");

        await api.SayAsync(session, "go on");
        var resumed = await stream.UntilIdleAsync();
        resumed.Types().ShouldContain("workflow_run.status_ended");
        resumed.Only("agent.message").Text().ShouldBe("finished");
        (await api.PostAsync($"/v1/sessions/{session}/archive")).Status.ShouldBe(200);
    }

    private static async Task<(string Session, SseReader Stream)> LeadAsync(TestApi api)
    {
        var lead = (await api.PostAsync("/v1/agents", """{"name":"lead","model":"claude-opus-5","tools":[{"type":"agent_toolset_20260401"}],"multiagent":{"type":"multiagent_20261001"}}""")).Id;
        var session = await api.CreateSessionAsync(lead);
        return (session, await api.StreamAsync(session));
    }
}
