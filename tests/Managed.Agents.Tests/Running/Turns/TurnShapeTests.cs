using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>Turns beside and below other turns: queues, waits, sub-agents, workflow runs, redirection, resumption.</summary>
public sealed class TurnShapeTests : TurnTest
{
    [Fact]
    public async Task A_turn_behind_others_ends_with_its_own_and_tells_nothing_of_theirs()
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
            await Emulator.SentAsync(count);
        }

        release.SetResult();

        var results = await Task.WhenAll(turns).Guarded();
        results.Select(static result => (result.Ending, result.Text)).ShouldBe([(TurnEnding.Completed, "2"), (TurnEnding.Completed, "3")]);
        results.ShouldAllBe(static result => result.Messages.Count == 1);
    }

    [Fact]
    public async Task A_session_that_waits_gets_its_answers_first_and_then_the_message()
    {
        Emulator.OnUserMessage("one").CallCustomTool("weather").Reply("1");
        Emulator.OnUserMessage("two").Reply("2");
        var session = await SessionAsync(["weather"]);
        (await Client.Sessions.RunAsync(session.Id, "one", Options()).Guarded()).Ending.ShouldBe(TurnEnding.RequiresAction);

        var result = await Client.Sessions.RunAsync(session.Id, "two", Options(Tool("weather", static () => "sunny"))).Guarded();

        (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, "2"));
    }

    [Fact]
    public async Task A_session_that_waits_for_others_refuses_the_message()
    {
        Emulator.OnUserMessage("one").CallCustomTool("weather").Reply("1");
        var session = await SessionAsync(["weather"]);
        await Client.Sessions.RunAsync(session.Id, "one", Options()).Guarded();

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(Client.Sessions.RunAsync(session.Id, "two", Options()).Guarded());

        error.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_interrupt_with_a_message_redirects_and_ends_with_the_message()
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
    public async Task An_interrupt_alone_ends_with_what_it_interrupts_or_at_once()
    {
        Emulator.OnUserMessage("slow").WaitFor(static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token)).Reply("never");
        var session = await SessionAsync([]);
        await Client.Sessions.Events.SendAsync(session.Id, "slow");

        (await Client.Sessions.RunAsync(session.Id, new UserInterrupt(), Options()).Guarded()).StopReason.ShouldBe(new EndTurn());
        (await Client.Sessions.RunAsync(session.Id, new UserInterrupt(), Options()).Guarded()).StopReason.ShouldBe(new EndTurn());
    }

    [Fact]
    public async Task Calls_of_sub_agents_are_answered_and_their_words_are_not_the_agents()
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
    public async Task A_workflow_run_is_waited_for()
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
    public async Task A_turn_that_was_left_is_resumed_from_its_position_without_loss_and_without_repetition()
    {
        Emulator.OnUserMessage("go").Reply("1").CallCustomTool("step").Reply("2");
        var session = await SessionAsync(["step"]);
        var left = Client.Sessions.RunStreamingAsync(session.Id, "go", Options());
        await ReadUntilAsync<AgentMessageEvent>(left).Guarded();

        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options(Tool("step", static () => "ok")) with
        {
            Follow = new SessionFollowOptions { From = SessionPosition.Parse(left.Position!.ToString()), HistoryDelay = TimeSpan.Zero },
        });
        var events = await ReadAsync(resumed).Guarded();

        events.OfType<AgentMessageEvent>().Select(static message => message.Text).ShouldBe(["1", "2"], "the event at which it was left comes again, nothing else does");
        resumed.Result.Ending.ShouldBe(TurnEnding.Completed);
        (await AllAsync(Client.Sessions.Events.FollowUntilIdle(session.Id, resumed.Result.Position))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_that_is_over_is_resumed_to_its_end_at_once()
    {
        Emulator.OnUserMessage("go").Reply("1");
        var session = await SessionAsync([]);
        var result = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        foreach (var from in new[] { null, result.Position })
        {
            var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options() with { Follow = new SessionFollowOptions { From = from, HistoryDelay = TimeSpan.Zero } });
            (await ReadAsync(resumed).Guarded()).ShouldBeEmpty();
            resumed.Result.Ending.ShouldBe(TurnEnding.Completed);
        }
    }

    [Fact]
    public async Task A_session_that_is_over_is_resumed_to_its_end()
    {
        var session = await SessionAsync([]);
        await Client.Sessions.RunAsync(session.Id, "go", Options() with { WaitUntilIdle = true }).Guarded();
        await Client.Sessions.ArchiveAsync(session.Id);

        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options());
        await ReadAsync(resumed).Guarded();

        resumed.Result.Ending.ShouldBe(TurnEnding.Archived);
    }

    [Fact]
    public async Task A_call_that_the_service_holds_for_a_reason_of_tomorrow_is_listed()
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
    public async Task Lost_connections_in_the_middle_do_not_show()
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
    public async Task A_turn_is_enumerated_once_and_has_no_result_before_its_end()
    {
        var session = await SessionAsync([]);
        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options());
        Should.Throw<InvalidOperationException>(() => turn.Result);
        await ReadAsync(turn).Guarded();
        await Should.ThrowAsync<InvalidOperationException>(ReadAsync(turn).Guarded());
    }

    [Fact]
    public async Task A_test_can_make_one()
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
