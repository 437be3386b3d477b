using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>Turns in relation to other turns: queues, waiting sessions, sub-agents, workflow runs, redirection and resumption.</summary>
public sealed class TurnSequenceTests : TurnTestBase
{
    [Fact]
    public async Task A_queued_turn_returns_only_its_own_messages()
    {
        var release = new TaskCompletionSource();
        Emulator.OnUserMessage("one").WaitFor(_ => release.Task).Reply("1");
        Emulator.OnUserMessage("two").Reply("2");
        Emulator.OnUserMessage("three").Reply("3");
        var session = await SessionAsync([]);
        await Client.Sessions.Events.SendAsync(session.Id, "one");
        var turns = new List<Task<TurnResult>>();
        foreach (var (text, count) in new[] { ("two", 2), ("three", 3) })
        {
            turns.Add(Client.Sessions.RunAsync(session.Id, text, Options()));
            await Emulator.WaitForSendsAsync(count);
        }

        release.SetResult();

        var results = await Task.WhenAll(turns).Guarded();
        results.Select(static result => (result.Ending, result.Text)).ShouldBe([(TurnEnding.Completed, "2"), (TurnEnding.Completed, "3")]);
        results.ShouldAllBe(static result => result.Messages.Count == 1);
    }

    [Fact]
    public async Task A_waiting_session_gets_its_tool_results_before_the_message()
    {
        Emulator.OnUserMessage("one").CallCustomTool("weather").Reply("1");
        Emulator.OnUserMessage("two").Reply("2");
        var session = await SessionAsync(["weather"]);
        (await Client.Sessions.RunAsync(session.Id, "one", Options()).Guarded()).Ending.ShouldBe(TurnEnding.RequiresAction);

        var result = await Client.Sessions.RunAsync(session.Id, "two", Options(Tool("weather", static () => "sunny"))).Guarded();

        (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, "2"));
    }

    [Fact]
    public async Task A_session_that_waits_for_unavailable_tools_rejects_the_message()
    {
        Emulator.OnUserMessage("one").CallCustomTool("weather").Reply("1");
        var session = await SessionAsync(["weather"]);
        await Client.Sessions.RunAsync(session.Id, "one", Options()).Guarded();

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(Client.Sessions.RunAsync(session.Id, "two", Options()).Guarded());

        error.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_interrupt_with_a_message_redirects_the_turn()
    {
        Emulator.OnUserMessage("slow").WaitFor(static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token)).Reply("never");
        Emulator.OnUserMessage("quick").Reply("here");
        var session = await SessionAsync([]);
        await Client.Sessions.Events.SendAsync(session.Id, "slow");

        var turn = Client.Sessions.RunStreamingAsync(session.Id, [new UserInterrupt(), new UserMessage("quick")], Options());
        await ReadAsync(turn).Guarded();

        (turn.Result.Ending, turn.Result.Text).ShouldBe((TurnEnding.Completed, "here"));
    }

    [Fact]
    public async Task An_interrupt_alone_ends_with_the_interrupted_turn_or_immediately()
    {
        Emulator.OnUserMessage("slow").WaitFor(static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token)).Reply("never");
        var session = await SessionAsync([]);
        await Client.Sessions.Events.SendAsync(session.Id, "slow");

        (await Client.Sessions.RunAsync(session.Id, new UserInterrupt(), Options()).Guarded()).StopReason.ShouldBe(new EndTurn());
        (await Client.Sessions.RunAsync(session.Id, new UserInterrupt(), Options()).Guarded()).StopReason.ShouldBe(new EndTurn());
    }

    [Fact]
    public async Task Calls_of_sub_agents_are_answered_and_their_messages_are_excluded()
    {
        Emulator.OnUserMessage("go").Delegate("writer", "Look.", static work => work.CallCustomTool("look").Reply(static turn => turn.LastResultText)).Reply("done");
        var look = new CustomTool { Name = "look", Description = "Looks.", InputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") };
        var writer = await Client.Agents.CreateAsync(new() { Name = "writer", Model = "claude-sonnet-5-5", Tools = [look] });
        var lead = await Client.Agents.CreateAsync(new() { Name = "lead", Model = "claude-sonnet-5-5", Multiagent = new MultiagentCoordinator { Agents = [new AgentReference { Id = writer.Id }] } });
        var environment = await Client.Environments.CreateAsync(new() { Name = "env" });
        var session = await Client.Sessions.CreateAsync(new() { Agent = lead.Id, EnvironmentId = environment.Id });
        ToolCall? asked = null;

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options(new ApprovalRequiredAIFunction(Tool("look", static () => "seen"))) with
        {
            Approver = ToolApprover.From(call => (asked = call).AgentName == "writer" ? ToolApprovalDecision.Allow : ToolApprovalDecision.Deny()),
        }).Guarded();

        (result.Ending, result.Text, result.Messages.Count).ShouldBe((TurnEnding.Completed, "done", 1));
        asked.ShouldNotBeNull().SessionThreadId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_turn_waits_for_its_workflow_run()
    {
        Emulator.OnUserMessage("go").RunWorkflow("run", static run => run.Phase("p", static phase => phase.Agent("a", "b", static work => work.Reply("c")))).Reply("done");
        var agent = await Client.Agents.CreateAsync(new() { Name = "lead", Model = "claude-sonnet-5-5", Multiagent = new MultiagentCapabilities() });
        var environment = await Client.Environments.CreateAsync(new() { Name = "env" });
        var session = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });

        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options());
        var events = await ReadAsync(turn).Guarded();

        (turn.Result.Ending, turn.Result.Text).ShouldBe((TurnEnding.Completed, "done"));
        events.OfType<WorkflowRunStatusEndedEvent>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_turn_is_resumed_from_its_position_without_lost_or_duplicate_events()
    {
        Emulator.OnUserMessage("go").Reply("1").CallCustomTool("step").Reply("2");
        var session = await SessionAsync(["step"]);
        var left = Client.Sessions.RunStreamingAsync(session.Id, "go", Options());
        await ReadUntilAsync<AgentMessageEvent>(left).Guarded();

        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options(Tool("step", static () => "ok")) with
        {
            Follow = new SessionFollowOptions { From = SessionPosition.Parse(left.Position!.ToString()) },
        });
        var events = await ReadAsync(resumed).Guarded();

        events.OfType<AgentMessageEvent>().Select(static message => message.Text).ShouldBe(["1", "2"], "only the event at which the reader stopped is returned again");
        resumed.Result.Ending.ShouldBe(TurnEnding.Completed);
        (await AllAsync(Client.Sessions.Events.FollowUntilCaughtUp(session.Id, resumed.Result.Position))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_completed_turn_is_resumed_from_its_start_and_from_its_result()
    {
        Emulator.OnUserMessage("one").Reply("1");
        Emulator.OnUserMessage("two").Reply("2");
        var session = await SessionAsync([]);
        await Client.Sessions.RunAsync(session.Id, "one", Options()).Guarded();
        var result = await Client.Sessions.RunAsync(session.Id, "two", Options()).Guarded();

        var whole = Client.Sessions.ResumeStreamingAsync(session.Id, Options());
        var events = await ReadAsync(whole).Guarded();
        var rest = Client.Sessions.ResumeStreamingAsync(result, Options());
        var later = await ReadAsync(rest).Guarded();

        events.OfType<UserMessageEvent>().Select(static message => message.Text).ShouldBe(["two"]);
        (whole.Result.Ending, whole.Result.Text).ShouldBe((TurnEnding.Completed, "2"));
        later.ShouldBeEmpty();
        (rest.Result.Ending, rest.Result.Text, rest.Result.Position).ShouldBe((TurnEnding.Completed, "", result.Position));
    }

    [Fact]
    public async Task Resuming_an_archived_session_ends_the_turn()
    {
        var session = await SessionAsync([]);
        await Client.Sessions.RunAsync(session.Id, "go", Options() with { WaitUntilIdle = true }).Guarded();
        await Client.Sessions.ArchiveAsync(session.Id);

        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options());
        await ReadAsync(resumed).Guarded();

        resumed.Result.Ending.ShouldBe(TurnEnding.Archived);
    }

    [Fact]
    public async Task A_call_with_an_unknown_permission_is_pending()
    {
        Emulator.OnUserMessage("go").Emit("agent.tool_use", new System.Text.Json.Nodes.JsonObject { ["id"] = "ignored", ["name"] = "bash", ["input"] = new System.Text.Json.Nodes.JsonObject(), ["evaluated_permission"] = "ponder" })
            .Emit("session.status_idle", new System.Text.Json.Nodes.JsonObject { ["stop_reason"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "requires_action", ["event_ids"] = new System.Text.Json.Nodes.JsonArray("sevt_held") } })
            .WaitFor(static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options() with { Approver = ToolApprover.AllowAll }).Guarded();

        result.Ending.ShouldBe(TurnEnding.RequiresAction);
        result.PendingActions.ShouldHaveSingleItem().ShouldBe(new PendingAction("sevt_held", null, PendingReason.NotOwned));
    }

    [Fact]
    public async Task The_turn_recovers_from_lost_connections()
    {
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        Emulator.OnUserMessage("go").Reply("1").WaitFor(_ =>
        {
            reached.SetResult();
            return release.Task;
        }).CallCustomTool("step").Reply("2");
        var session = await SessionAsync(["step"]);
        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options(Tool("step", static () => "ok")));
        var reading = ReadAsync(turn);
        await reached.Task.Guarded();

        Emulator.Faults.CutStreams();
        release.SetResult();

        (await reading.Guarded()).OfType<AgentMessageEvent>().Select(static message => message.Text).ShouldBe(["1", "2"]);
        turn.Result.Ending.ShouldBe(TurnEnding.Completed);
    }

    [Fact]
    public async Task A_turn_can_be_enumerated_only_once_and_has_no_result_before_its_end()
    {
        var session = await SessionAsync([]);
        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options());
        Should.Throw<InvalidOperationException>(() => turn.Result);
        await ReadAsync(turn).Guarded();
        await Should.ThrowAsync<InvalidOperationException>(ReadAsync(turn).Guarded());
    }

    [Fact]
    public async Task A_turn_can_be_created_in_a_test()
    {
        var position = await Client.Sessions.Events.GetPositionAsync((await SessionAsync([])).Id);
        var turn = new SessionTurn(Events(), new TurnResult { SessionId = "sesn_1", Ending = TurnEnding.Completed, Position = position });
        (await ReadAsync(turn)).ShouldHaveSingleItem();
        turn.Result.Ending.ShouldBe(TurnEnding.Completed);

        static async IAsyncEnumerable<SessionEvent> Events()
        {
            await Task.Yield();
            yield return new SessionStatusRunningEvent();
        }
    }
}
