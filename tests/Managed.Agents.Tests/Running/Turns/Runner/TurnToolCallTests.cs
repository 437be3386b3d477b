using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Runner;

/// <summary>How turns handle tool calls: approvals, results from other code, rejections, interruptions and cancellation.</summary>
public sealed class TurnToolCallTests : TurnTestBase
{
    [Theory]
    [InlineData(true, "allow", "files")]
    [InlineData(false, "deny", "forbidden")]
    public async Task A_permission_request_is_decided_by_the_approver(bool allows, string verdict, string expected)
    {
        Emulator.OnUserMessage("go").UseTool("bash", """{"command":"ls"}""", "files").Reply(static turn => turn.LastResultText);
        var session = await SessionAsync([], asks: true);
        var rules = allows ? new ToolApprovalRules().Allow("bash", agent: "tester") : new ToolApprovalRules().Deny("forbidden", "bash");

        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options() with { Approver = rules });
        var events = await ReadAsync(turn).Guarded();

        events.OfType<UserToolConfirmationEvent>().ShouldAllBe(confirmation => confirmation.Result.Value == verdict);
        turn.Result.Ending.ShouldBe(TurnEnding.Completed);
        turn.Result.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task A_deferred_decision_ends_the_turn_and_another_process_decides_later()
    {
        Emulator.OnUserMessage("go").CallCustomTool("deploy").UseTool("bash", """{"command":"ls"}""", "files").Reply("done");
        var session = await SessionAsync(["deploy"], asks: true);
        var deploy = new ApprovalRequiredAIFunction(Tool("deploy", static () => "deployed"));

        var first = await Client.Sessions.RunAsync(session.Id, "go", Options(deploy) with { Approver = ToolApprover.DeferAll }).Guarded();
        Clock.Advance(TimeSpan.FromHours(5));
        var second = Client.Sessions.ResumeStreamingAsync(session.Id, Options(deploy) with { Approver = ToolApprover.From(static call => call.Name == "deploy" ? ToolApprovalDecision.Allow : ToolApprovalDecision.Defer) });
        await ReadAsync(second).Guarded();
        var third = Client.Sessions.ResumeStreamingAsync(session.Id, Options() with { Approver = ToolApprover.AllowAll });
        await ReadAsync(third).Guarded();

        foreach (var (result, tool) in new[] { (first, "deploy"), (second.Result, "bash") })
        {
            result.Ending.ShouldBe(TurnEnding.RequiresAction);
            var pending = result.PendingActions.ShouldHaveSingleItem();
            (pending.Reason, pending.Call!.Name).ShouldBe((PendingReason.AwaitsApproval, tool));
        }

        (third.Result.Ending, third.Result.Text).ShouldBe((TurnEnding.Completed, "done"));
    }

    [Fact]
    public async Task A_result_sent_inside_the_loop_is_used()
    {
        Emulator.OnUserMessage("go").UseTool("bash", """{"command":"ls"}""", "files").CallCustomTool("mine").Reply("done");
        var session = await SessionAsync(["mine"], asks: true);
        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options());
        await foreach (var received in turn)
        {
            switch (received)
            {
                case AgentToolUseEvent { EvaluatedPermission: var permission } use when permission == EvaluatedPermission.Ask:
                    await Client.Sessions.Events.SendAsync(session.Id, UserToolConfirmation.AllowUse(use.Id));
                    break;
                case AgentCustomToolUseEvent use:
                    await Client.Sessions.Events.SendAsync(session.Id, new UserCustomToolResult(use.Id, "x"));
                    break;
            }
        }

        (turn.Result.Ending, turn.Result.Text).ShouldBe((TurnEnding.Completed, "done"));
    }

    [Fact]
    public async Task Built_in_tools_of_a_self_hosted_environment_run_locally()
    {
        Emulator.OnUserMessage("go").UseTool("bash", """{"command":"ls"}""").Reply(static turn => turn.LastResultText);
        var agent = await CreateAgentAsync(new AgentToolset { DefaultConfig = new AgentToolsetDefaultConfig { PermissionPolicy = PermissionPolicy.AlwaysAsk } });
        var environment = await Client.Environments.CreateAsync(new() { Name = "own", Config = new SelfHostedEnvironmentConfig() });
        var session = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });

        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options() with { BuiltInTools = [Tool("bash", static () => "mine")], Approver = ToolApprover.AllowAll });
        var events = await ReadAsync(turn).Guarded();

        (turn.Result.Ending, turn.Result.Text).ShouldBe((TurnEnding.Completed, "mine"));
        events.OfType<UserToolResultEvent>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Results_are_sent_until_the_session_has_them_and_no_function_runs_twice()
    {
        var runs = 0;
        Emulator.OnUserMessage("go").CallCustomTool("pay").Reply("done");
        var session = await SessionAsync(["pay"]);
        var clock = new TestTimeProvider();
        using var client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, clock);
        var turn = client.Sessions.RunStreamingAsync(session.Id, "go", Options(TestTools.Of("pay", () =>
        {
            Emulator.Faults.OnRequests("sessions.events.send").Once().Fail(500);
            Emulator.Faults.OnRequests("sessions.events.send").Once().Fail(400);
            Emulator.Faults.OnRequests("sessions.events.send").Once().DropResponse();
            return ++runs;
        })) with
        {
            ToolTimeout = Timeout.InfiniteTimeSpan,
            ToolCallLeaseDuration = Timeout.InfiniteTimeSpan,
            AnswerTimeout = Timeout.InfiniteTimeSpan,
        });

        var reading = ReadAsync(turn);
        await clock.AdvanceUntilAsync(reading, TimeSpan.FromSeconds(1));
        var events = await reading;

        turn.Result.Ending.ShouldBe(TurnEnding.Completed);
        events.OfType<UserCustomToolResultEvent>().ShouldHaveSingleItem();
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_result_that_the_service_rejects_until_the_timeout_is_pending_and_can_be_replaced()
    {
        Emulator.OnUserMessage("go").CallCustomTool("show").Reply(static turn => turn.LastResultText);
        var session = await SessionAsync(["show"]);
        var clock = new TestTimeProvider();
        using var client = Clients.To(Emulator.BaseAddress, options => options.ApiKey = Emulator.ApiKey, clock);

        var running = client.Sessions.RunAsync(session.Id, "go", Options(TestTools.Of("show", () => new RedactedBlock())) with
        {
            ToolTimeout = Timeout.InfiniteTimeSpan,
            ToolCallLeaseDuration = Timeout.InfiniteTimeSpan,
        });
        await clock.AdvanceUntilAsync(running, TimeSpan.FromSeconds(1));
        var result = await running;

        result.Ending.ShouldBe(TurnEnding.RequiresAction);
        var pending = result.PendingActions.ShouldHaveSingleItem();
        pending.Reason.ShouldBe(PendingReason.AnswerRefused);
        pending.Problem.ShouldBeOfType<ManagedAgentsApiException>().StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        await pending.RespondAsync("a shorter one").Guarded();
        (await Client.Sessions.ResumeAsync(result, Options()).Guarded()).Text.ShouldBe("a shorter one");
    }

    [Fact]
    public async Task An_exception_of_the_approver_leaves_the_call_open_and_is_reported()
    {
        Emulator.OnUserMessage("go").UseTool("bash", """{"command":"ls"}""", "files").Reply("done");
        var session = await SessionAsync([], asks: true);

        var result = await Client.Sessions.RunAsync(session.Id, "go", Options() with { Approver = ToolApprover.From(static _ => throw new IOException("down")) }).Guarded();

        result.Ending.ShouldBe(TurnEnding.RequiresAction);
        var pending = result.PendingActions.ShouldHaveSingleItem();
        (pending.Reason, pending.AwaitsConfirmation).ShouldBe((PendingReason.ApproverFailed, true));
        pending.Problem.ShouldBeOfType<ToolApproverException>().InnerException.ShouldBeOfType<IOException>();
        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, Options() with { Approver = ToolApprover.AllowAll });
        await ReadAsync(resumed).Guarded();
        resumed.Result.Ending.ShouldBe(TurnEnding.Completed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_break_a_returned_result_is_sent_and_a_missing_result_is_unknown(bool returns)
    {
        var runs = 0;
        var started = new CountedSignal();
        Emulator.OnUserMessage("go").CallCustomTool("pay").Reply(static turn => turn.LastResultText);
        var session = await SessionAsync(["pay"]);
        var pay = TestTools.Of("pay", async token =>
        {
            Interlocked.Increment(ref runs);
            started.Add();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return returns ? "paid" : throw new OperationCanceledException(token);
        });
        var options = Options(pay) with { ToolShutdownTimeout = TimeSpan.FromMinutes(1) };

        using var leaving = new CancellationTokenSource();
        var left = ReadAsync(Client.Sessions.RunStreamingAsync(session.Id, "go", options), leaving.Token);
        await started.ReachedAsync(1).Guarded();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left.Guarded());

        var resumed = Client.Sessions.ResumeStreamingAsync(session.Id, options);
        await ReadAsync(resumed).Guarded();

        runs.ShouldBe(1);
        resumed.Result.Ending.ShouldBe(TurnEnding.Completed);
        resumed.Result.Text.ShouldContain(returns ? "paid" : "its outcome is unknown");
        resumed.Result.UnknownOutcomes.Select(static call => call.Name).ShouldBe(returns ? [] : ["pay"]);
    }

    [Theory]
    [InlineData(TurnCancellation.LeaveRunning)]
    [InlineData(TurnCancellation.Interrupt)]
    [InlineData(TurnCancellation.Archive)]
    [InlineData(TurnCancellation.Delete)]
    public async Task Cancellation_applies_the_configured_policy(TurnCancellation policy)
    {
        Emulator.OnUserMessage("go").Reply("1").WaitFor(static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token)).Reply("2");
        var session = await SessionAsync([]);
        using var cancellation = new CancellationTokenSource();
        var turn = Client.Sessions.RunStreamingAsync(session.Id, "go", Options() with { OnCancellation = policy, CancellationTimeout = TimeSpan.FromMinutes(1) }, cancellation.Token);

        var cancelled = await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var received in turn)
            {
                if (received is AgentMessageEvent)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        cancelled.CancellationToken.ShouldBe(cancellation.Token);
        if (policy == TurnCancellation.Delete)
        {
            await FailsAsync(System.Net.HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.GetAsync(session.Id));
            return;
        }

        var after = policy == TurnCancellation.LeaveRunning ? await Client.Sessions.GetAsync(session.Id) : await SettledAsync(session.Id);
        after.Status.ShouldBe(policy switch { TurnCancellation.LeaveRunning => SessionStatus.Running, TurnCancellation.Interrupt => SessionStatus.Idle, _ => SessionStatus.Terminated });
    }
}
