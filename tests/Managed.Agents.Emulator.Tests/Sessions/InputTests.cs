using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Which inputs a session accepts, and when.</summary>
public sealed class InputTests
{
    private const string AskingTools = """[{"type":"agent_toolset_20260401","default_config":{"permission_policy":{"type":"always_ask"}}},{"type":"custom","name":"look","description":"d","input_schema":{"type":"object"}}]""";

    [Fact]
    public async Task Sent_inputs_are_returned_with_ids_and_without_a_time_while_queued()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        var answer = await api.SendEventsAsync(session, Inputs.Message("Hello"));

        var stored = answer.Data.ShouldHaveSingleItem();
        stored.Id().ShouldStartWith("sevt_01");
        stored.Text().ShouldBe("Hello");
        stored["processed_at"].ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_is_rejected_as_a_whole()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        var answer = await api.SendEventsAsync(session, Inputs.Message("Hello"), Inputs.Allow("sevt_nothing"));

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain("events[1].tool_use_id");
        (await api.GetAsync($"/v1/sessions/{session}/events")).Data.ShouldBeEmpty();
        (await api.SendEventsAsync(session)).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("""{"type":"user.message","content":[{"type":"redacted"}]}""", "redacted")]
    [InlineData("""{"type":"user.shout","content":[]}""", "events[0].type")]
    [InlineData("""{"type":"user.message","content":[{"type":"text","text":"x","processed_at":null}]}""", "events[0].content[0].processed_at: unknown field")]
    [InlineData("""{"type":"user.message","content":"x"}""", "events[0].content: expected an array")]
    [InlineData("""{"type":"user.define_outcome","description":"d"}""", "events[0].rubric: field required")]
    [InlineData("""{"type":"user.define_outcome","description":"d","rubric":{"type":"text","content":"r"},"max_iterations":21}""", "at most 20")]
    [InlineData("""{"type":"user.define_outcome","description":"d","rubric":{"type":"text","content":"r"},"max_iterations":0}""", "at least 1")]
    [InlineData("""{"type":"user.tool_result","tool_use_id":"sevt_1"}""", "self_hosted")]
    [InlineData("""{"type":"user.interrupt","session_thread_id":"sthr_nobody"}""", "there is no thread")]
    public async Task An_invalid_input_is_400(string input, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.SendEventsAsync(await api.CreateSessionAsync(), JsonNode.Parse(input)!.AsObject());

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task A_message_is_rejected_while_the_session_waits_for_the_client()
    {
        await using var api = await TestApi.StartAsync();
        var (session, call) = await WaitForConfirmationAsync(api);

        (await api.SayAsync(session, "hurry")).Message.ShouldContain("requires_action");
        (await api.SendEventsAsync(session, Inputs.Allow(call), Inputs.Message("and then?"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_interrupt_followed_by_a_message_is_accepted_while_the_session_waits_for_the_client()
    {
        await using var api = await TestApi.StartAsync();
        var (session, _) = await WaitForConfirmationAsync(api);

        (await api.SendEventsAsync(session, Inputs.Interrupt(), Inputs.Message("something else"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_response_of_the_wrong_kind_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var (session, call) = await WaitForConfirmationAsync(api);

        (await api.SendEventsAsync(session, Inputs.CustomResult(call, "x"))).Message.ShouldContain("user.tool_confirmation");
        (await api.SendEventsAsync(session, Inputs.Allow("sevt_other"))).Message.ShouldContain("does not match any tool use");
        var wordy = Inputs.Allow(call);
        wordy["deny_message"] = "no";
        (await api.SendEventsAsync(session, wordy)).Message.ShouldContain("only with result deny");
        (await api.SendEventsAsync(session, Inputs.Deny(call, new string('x', 10_001)))).Message.ShouldContain("10000");
    }

    [Fact]
    public async Task A_second_response_to_a_call_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var (session, call) = await WaitForConfirmationAsync(api);

        (await api.SendEventsAsync(session, Inputs.Allow(call), Inputs.Allow(call))).Status.ShouldBe(400);
        (await api.SendEventsAsync(session, Inputs.Allow(call))).Status.ShouldBe(200);
        (await api.SendEventsAsync(session, Inputs.Allow(call))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_confirmation_for_an_allowed_call_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "x").WaitFor(token => go.Task.WaitAsync(token)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        var call = (await stream.UntilAsync("agent.tool_use"))[^1].Id();

        (await api.SendEventsAsync(session, Inputs.Allow(call))).Status.ShouldBe(400);
        go.SetResult();
    }

    [Fact]
    public async Task A_system_message_must_be_the_last_event_and_follow_its_message_and_requires_a_supporting_model()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.SendEventsAsync(session, Inputs.System("x"), Inputs.Message("y"))).Message.ShouldContain("must be the last");
        (await api.SendEventsAsync(session, Inputs.Interrupt(), Inputs.System("x"))).Message.ShouldContain("directly follow");
        (await api.SendEventsAsync(session, Inputs.System("alone"))).Data.Single()["processed_at"].ShouldBeNull();
        (await api.SendEventsAsync(session, Inputs.Message("y"), Inputs.System("x"))).Status.ShouldBe(200);

        var old = (await api.PostAsync("/v1/agents", """{"name":"old","model":"claude-sonnet-5"}""")).Id;
        (await api.SendEventsAsync(await api.CreateSessionAsync(old), Inputs.System("x"))).Message.ShouldContain("model_does_not_support_mid_conversation_system");
    }

    [Fact]
    public async Task A_system_message_is_processed_with_its_user_message()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SendEventsAsync(session, Inputs.Message("y"), Inputs.System("x"));

        (await stream.UntilIdleAsync()).Types().Take(3).ShouldBe(["user.message", "system.message", "session.status_running"]);
    }

    [Fact]
    public async Task A_system_message_is_rejected_while_the_session_waits_unless_sent_with_a_result()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("look").CallCustomTool("look").Reply("seen");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: AskingTools));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "look");
        var call = (await stream.UntilIdleAsync()).Only("agent.custom_tool_use").Id();

        (await api.SendEventsAsync(session, Inputs.System("x"))).Status.ShouldBe(400);
        (await api.SendEventsAsync(session, Inputs.CustomResult(call, "r"), Inputs.System("x"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Queued_inputs_can_be_streamed_twice()
    {
        await using var api = await TestApi.StartAsync(options => options.ShowQueuedInputs = true);
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SayAsync(session, "Hello");

        var shown = (await stream.UntilIdleAsync()).Where(static e => e.Type() == "user.message").ToList();
        shown.Count.ShouldBe(2);
        shown[0].Id().ShouldBe(shown[1].Id());
        shown[0]["processed_at"].ShouldBeNull();
        shown[1]["processed_at"].ShouldNotBeNull();
        (await api.GetAsync($"/v1/sessions/{session}/events?types[]=user.message")).Data.ShouldHaveSingleItem();
    }

    private static async Task<(string Session, string Call)> WaitForConfirmationAsync(TestApi api)
    {
        api.Emulator.OnUserMessage("run").UseTool("bash", """{"command":"ls"}""", result: "x").Reply("done");
        var session = await api.CreateSessionAsync(await api.CreateAgentAsync(tools: AskingTools));
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "run");
        return (session, (await stream.UntilIdleAsync()).Only("agent.tool_use").Id());
    }
}
