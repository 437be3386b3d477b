using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.TurnResults;

/// <summary>Every way a turn can end.</summary>
public sealed class TurnEndingTests : TurnTestBase
{
    [Fact]
    public async Task EndTurn_completes_the_turn()
    {
        Emulator.OnUserMessage("Hello").Reply("Wait.").UseTool("bash", """{"command":"ls"}""", "files").Reply("Hi!");
        var session = await SessionAsync([]);

        var turn = Client.Sessions.RunStreamingAsync(session.Id, "Hello", Options());
        var events = await ReadAsync(turn).Guarded();

        events[^1].ShouldBeOfType<SessionStatusIdleEvent>();
        events.OfType<UserMessageEvent>().ShouldHaveSingleItem();
        var result = turn.Result;
        (result.Ending, result.Text, result.StopReason, result.IsInputProcessed).ShouldBe((TurnEnding.Completed, "Hi!", new EndTurn(), true));
        result.Messages.Select(static message => message.Text).ShouldBe(["Wait.", "Hi!"]);
        result.Input.ShouldNotBeNull().Outcome.ShouldBe(OnceOutcome.Sent);
        result.SessionUsage.ShouldNotBeNull().ListCost.ShouldNotBeNull();
        result.PendingActions.ShouldBeEmpty();
    }

    [Fact]
    public async Task RequiresAction_does_not_end_the_turn_if_the_tools_are_available()
    {
        Emulator.OnUserMessage("go").InParallel(static calls => calls.CallCustomTool("weather").CallCustomTool("time")).Reply(static turn => $"It is {turn.LastResultText}.");
        var session = await SessionAsync(["weather", "time"]);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options(Tool("weather", static () => "sunny"), Tool("time", static () => "noon"))).Guarded();

        result.Ending.ShouldBe(TurnEnding.Completed);
        result.Text.ShouldBeOneOf("It is noon.", "It is sunny.");
    }

    [Fact]
    public async Task RequiresAction_ends_the_turn_with_pending_actions_and_another_process_resumes_it()
    {
        Emulator.OnUserMessage("go").CallCustomTool("weather", """{"city":"Lyon"}""").Reply(static turn => turn.LastResultText);
        var session = await SessionAsync(["weather"]);

        var open = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        open.Ending.ShouldBe(TurnEnding.RequiresAction);
        var pending = open.PendingActions.ShouldHaveSingleItem();
        (pending.Reason, pending.Call!.Name, pending.EventId).ShouldBe((PendingReason.NotOwned, "weather", pending.Call.Id));

        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options(Tool("weather", static () => "sunny")));
        await ReadAsync(resumed).Guarded();
        (resumed.Result.Ending, resumed.Result.Text, resumed.Result.Input).ShouldBe((TurnEnding.Completed, "sunny", null));
    }

    [Fact]
    public async Task A_refusal_has_its_category()
    {
        Emulator.OnUserMessage("go").Refuse("cyber", "No attacks.");
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        result.Ending.ShouldBe(TurnEnding.Refused);
        result.StopDetails.ShouldNotBeNull().Category.ShouldBe(RefusalCategory.Cyber);
    }

    [Fact]
    public async Task Exhausted_retries_end_the_turn_with_the_error_and_drop_queued_input()
    {
        var release = new TaskCompletionSource();
        Emulator.OnUserMessage("first").WaitFor(_ => release.Task).ExhaustRetries("model_request_failed_error", "No model.");
        var session = await SessionAsync([]);
        var first = Client.Sessions.RunAsync(session.Id, "first", Options());
        await WaitUntilRunningAsync(session.Id);

        var second = Client.Sessions.RunStreamingAsync(session.Id, "second", Options());
        var reading = ReadAsync(second);
        await Emulator.WaitForSendsAsync(2);
        release.SetResult();

        var result = await first.Guarded();
        (result.Ending, result.Error!.Message).ShouldBe((TurnEnding.RetriesExhausted, "No model."));
        await reading.Guarded();
        (second.Result.Ending, second.Result.IsInputProcessed).ShouldBe((TurnEnding.RetriesExhausted, false));
    }

    [Fact]
    public async Task A_transient_error_does_not_end_the_turn()
    {
        Emulator.OnUserMessage("go").FailTransiently().Reply("done");
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, "done"));
        result.Error.ShouldBeOfType<ModelOverloadedError>();
    }

    [Fact]
    public async Task An_unknown_stop_reason_ends_the_turn()
    {
        Emulator.OnUserMessage("go").Emit("session.status_idle", new JsonObject { ["stop_reason"] = new JsonObject { ["type"] = "full_moon" } });
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        (result.Ending, result.StopReason!.Type).ShouldBe((TurnEnding.Other, "full_moon"));
    }

    [Fact]
    public async Task A_fatal_session_error_ends_the_turn()
    {
        Emulator.OnUserMessage("go").FailFatally("unknown_error", "Broken.");
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        (result.Ending, result.StopReason, result.Error!.Message).ShouldBe((TurnEnding.Terminated, null, "Broken."));
    }

    [Theory]
    [InlineData(false, TurnEnding.Archived)]
    [InlineData(true, TurnEnding.Deleted)]
    public async Task An_archived_or_deleted_session_ends_the_turn(bool isDeleted, TurnEnding expected)
    {
        Emulator.OnUserMessage("go").CallCustomTool("slow").Reply("never");
        var session = await SessionAsync(["slow"]);
        var started = new CountedSignal();
        var turn = Client.Sessions.RunAsync(session.Id, "go", Options(TestTools.Of("slow", async token =>
        {
            started.Add();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null;
        })));
        await started.ReachedAsync(1).Guarded();
        await SettledAsync(session.Id);

        await (isDeleted ? (Task)Client.Sessions.DeleteAsync(session.Id) : Client.Sessions.ArchiveAsync(session.Id));

        (await turn.Guarded()).Ending.ShouldBe(expected);
    }

    [Fact]
    public async Task An_interrupt_from_another_client_ends_the_turn()
    {
        Emulator.OnUserMessage("go").WaitFor(static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token)).Reply("never");
        var session = await SessionAsync([]);
        var turn = Client.Sessions.RunAsync(session.Id, "go", Options());
        await WaitUntilRunningAsync(session.Id);

        await Client.Sessions.Events.SendAsync(session.Id, new UserInterrupt());

        var result = await turn.Guarded();
        (result.Ending, result.StopReason, result.Text).ShouldBe((TurnEnding.Interrupted, new EndTurn(), ""));
    }

    [Fact]
    public async Task An_outcome_ends_with_its_last_evaluation_and_returns_all()
    {
        Emulator.OnOutcome().Reply("draft").Evaluate("needs_revision", "More.").Reply("final").Evaluate("satisfied", "Good.");
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, new UserDefineOutcome { Description = "a text", Rubric = "It is good." }, Options()).Guarded();

        (result.Ending, result.Outcome, result.Text).ShouldBe((TurnEnding.Completed, OutcomeResult.Satisfied, "final"));
        result.Evaluations.Select(static one => one.Result).ShouldBe([OutcomeResult.NeedsRevision, OutcomeResult.Satisfied]);
    }

    [Fact]
    public async Task A_reached_budget_ends_the_turn_and_can_be_raised_on_resume()
    {
        var session = await LowBudgetSessionAsync();

        var limited = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();
        (limited.Ending, limited.StopReason).ShouldBe((TurnEnding.BudgetReached, new BudgetReached()));

        var raised = Client.Sessions.ResumeStreamingAsync(session.Id, Options() with { OnBudgetReached = static (_, _) => ValueTask.FromResult<BudgetLimit?>(BudgetLimit.Usd(500)) });
        await ReadAsync(raised).Guarded();
        (raised.Result.Ending, raised.Result.Text).ShouldBe((TurnEnding.Completed, "done"));
    }

    [Fact]
    public async Task A_budget_can_be_raised_during_the_turn()
    {
        var session = await LowBudgetSessionAsync();
        SessionUsage? seen = null;

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options() with
        {
            OnBudgetReached = (usage, _) => ValueTask.FromResult<BudgetLimit?>((seen = usage) is null ? null : BudgetLimit.Usd(500)),
        }).Guarded();

        (result.Ending, result.Text).ShouldBe((TurnEnding.Completed, "done"));
        seen.ShouldNotBeNull().ListCost.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_input_outcome_ends_the_turn_without_waiting()
    {
        var session = await SessionAsync([]);
        Emulator.Faults.OnRequests("sessions.events.send").Once().Fail(500);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options() with { Send = new OnceOptions { MaxRetryAttempts = 0 } }).Guarded();

        (result.Ending, result.Input!.Outcome, result.IsInputProcessed).ShouldBe((TurnEnding.InputUnknown, OnceOutcome.Unknown, false));
    }

    [Fact]
    public async Task An_input_whose_response_is_lost_is_found_and_runs_once()
    {
        Emulator.OnUserMessage("go").Reply("done");
        var session = await SessionAsync([]);
        Emulator.Faults.OnRequests("sessions.events.send").Once().DropResponse();

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded();

        (result.Ending, result.Text, result.Input!.Outcome).ShouldBe((TurnEnding.Completed, "done", OnceOutcome.Found));
        (await AllAsync(Client.Sessions.Events.ListAsync(session.Id))).OfType<UserMessageEvent>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_turn_can_wait_until_the_session_is_settled()
    {
        var session = await SessionAsync([]);
        var result = await Client.Sessions.RunAsync(session.Id, "go", Options() with { WaitUntilIdle = true }).Guarded();
        result.Session.ShouldNotBeNull().Status.ShouldBe(SessionStatus.Idle);
    }

    [Fact]
    public async Task A_rejection_is_thrown()
    {
        var error = await Should.ThrowAsync<ManagedAgentsApiException>(Client.Sessions.RunAsync("sesn_missing", "go", Options()).Guarded());
        error.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task<Session> LowBudgetSessionAsync()
    {
        Emulator.OnUserMessage("go").UseTokens(2_000_000, 200_000).UseTool("bash", """{"command":"ls"}""", "files").Reply("done");
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = $"env-{Guid.NewGuid():N}" });
        return await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Budget = BudgetLimit.Usd(1) });
    }

    private async Task WaitUntilRunningAsync(string sessionId)
    {
        while ((await Client.Sessions.GetAsync(sessionId)).Status != SessionStatus.Running)
        {
            await Task.Yield();
        }
    }
}
