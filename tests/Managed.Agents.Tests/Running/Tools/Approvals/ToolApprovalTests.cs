using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Approvals;

public sealed class ToolApprovalTests
{
    private readonly TestTimeProvider _clock = new();
    private int _runs;

    [Fact]
    public async Task A_permission_request_is_answered_with_a_confirmation()
    {
        var call = TestTools.Call("delete", kind: ToolCallKind.Mcp, permission: EvaluatedPermission.Ask) with { McpServerName = "files" };

        (await AskAsync(ToolApprovalDecision.Allow, call)).Input.ShouldBe(UserToolConfirmation.AllowUse("sevt_1"));
        (await AskAsync(ToolApprovalDecision.Deny("no"), call)).Input.ShouldBe(UserToolConfirmation.DenyUse("sevt_1", "no"));
        (await AskAsync(ToolApprovalDecision.Defer, call)).ShouldBe(new ToolExecutionResult(ToolExecutionResultKind.Deferred));
    }

    [Fact]
    public async Task A_function_that_requires_approval_runs_only_after_approval()
    {
        (await AskAsync(ToolApprovalDecision.Defer, TestTools.Call("deploy", id: "sevt_1"))).Kind.ShouldBe(ToolExecutionResultKind.Deferred);
        (await AskAsync(ToolApprovalDecision.Deny("frozen"), TestTools.Call("deploy", id: "sevt_2"))).Result().ShouldBe(UserCustomToolResult.Error("sevt_2", "The call was denied: frozen"));
        _runs.ShouldBe(0);
        (await AskAsync(ToolApprovalDecision.Allow, TestTools.Call("deploy", id: "sevt_3"))).Result().Content.ShouldBe(["ran"]);
        _runs.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_approver_the_call_stays_open()
    {
        using var executor = Executor(null);
        (await executor.ExecuteAsync(TestTools.Call("deploy"))).Kind.ShouldBe(ToolExecutionResultKind.Deferred);
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_call_denied_by_one_process_is_not_run_by_another()
    {
        var store = new InMemoryToolCallStore();
        using var denying = Executor(ToolApprover.From(static _ => ToolApprovalDecision.Deny("no")), store);
        using var allowing = Executor(ToolApprover.AllowAll, store);

        var denied = await denying.ExecuteAsync(TestTools.Call("deploy"));

        (await allowing.ExecuteAsync(TestTools.Call("deploy"))).ShouldBe(denied);
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task Unknown_decisions_deny_the_call()
    {
        foreach (var verdict in new[] { null, new ToolApprovalDecision((ToolApprovalDecisionKind)7) })
        {
            (await AskAsync(verdict!, TestTools.Call("deploy"))).Result().IsError.ShouldBe(true);
        }

        _runs.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_without_a_decision_in_time_is_denied_by_default(bool isDefault)
    {
        var never = ToolApprover.From(static (_, _) => new ValueTask<ToolApprovalDecision>(new TaskCompletionSource<ToolApprovalDecision>().Task));
        var options = Options(never, new InMemoryToolCallStore()) with { ApprovalTimeout = TimeSpan.FromMinutes(2) };
        using var executor = new ToolExecutor(isDefault ? options : options with { ApprovalTimeoutDecision = ToolApprovalDecision.Defer }, _clock);

        var waiting = executor.ExecuteAsync(TestTools.Call("deploy"));
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(2));

        (await waiting.Guarded()).Kind.ShouldBe(isDefault ? ToolExecutionResultKind.Result : ToolExecutionResultKind.Deferred);
        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task Rules_match_tool_server_agent_and_arguments_and_the_first_match_decides()
    {
        var rules = new ToolApprovalRules()
            .Deny("too much", tool: "pay", arguments: static input => input.GetProperty("amount").GetInt32() > 100)
            .Allow(tool: "pay", agent: "clerk")
            .Allow(server: "files", tool: "read")
            .Ask(ToolApprover.DeferAll, server: "files")
            .Deny("never the intern", agent: "intern")
            .Allow(tool: "look");

        await Decides(ToolApprovalDecisionKind.Allow, Pay(50, "clerk"));
        await Decides(ToolApprovalDecisionKind.Deny, Pay(500, "clerk"));
        await Decides(ToolApprovalDecisionKind.Deny, Pay(50, "chef"), "No rule allows the call.");
        await Decides(ToolApprovalDecisionKind.Deny, Pay(50, null));
        await Decides(ToolApprovalDecisionKind.Deny, TestTools.Call("pay", "{}") with { AgentName = "clerk" }, "too much");
        await Decides(ToolApprovalDecisionKind.Allow, TestTools.Call("read") with { McpServerName = "files" });
        await Decides(ToolApprovalDecisionKind.Deny, TestTools.Call("read") with { AgentName = "clerk" });
        await Decides(ToolApprovalDecisionKind.Defer, TestTools.Call("write") with { McpServerName = "files" });
        await Decides(ToolApprovalDecisionKind.Allow, TestTools.Call("look") with { AgentName = "clerk" });
        await Decides(ToolApprovalDecisionKind.Deny, TestTools.Call("look") with { AgentName = "intern" }, "never the intern");
        await Decides(ToolApprovalDecisionKind.Deny, TestTools.Call("look"), "never the intern");

        static ToolCall Pay(int amount, string? agent) => TestTools.Call("pay", $$"""{"amount":{{amount}}}""") with { AgentName = agent };

        async Task Decides(ToolApprovalDecisionKind kind, ToolCall call, string? reason = null)
        {
            var verdict = await rules.DecideAsync(call);
            verdict.Kind.ShouldBe(kind, call.ToString());
            if (reason is not null)
            {
                verdict.Reason.ShouldBe(reason);
            }
        }
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "files", false)]
    [InlineData(ToolApprovalRules.AnyServer, null, false)]
    [InlineData(ToolApprovalRules.AnyServer, "files", true)]
    [InlineData("files", null, false)]
    [InlineData("files", "files", true)]
    [InlineData("files", "mail", false)]
    public async Task A_rule_that_allows_without_a_server_does_not_allow_the_tools_of_MCP_servers(string? server, string? callServer, bool isAllowed)
    {
        var call = TestTools.Call("deploy") with { McpServerName = callServer };

        (await new ToolApprovalRules().Allow("deploy", server).DecideAsync(call)).Kind.ShouldBe(isAllowed ? ToolApprovalDecisionKind.Allow : ToolApprovalDecisionKind.Deny);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "files", true)]
    [InlineData(ToolApprovalRules.AnyServer, null, false)]
    [InlineData(ToolApprovalRules.AnyServer, "files", true)]
    [InlineData("files", null, false)]
    [InlineData("files", "mail", false)]
    public async Task A_rule_that_denies_or_asks_without_a_server_applies_to_all_tools(string? server, string? callServer, bool applies)
    {
        var call = TestTools.Call("deploy") with { McpServerName = callServer };
        var denying = new ToolApprovalRules().Deny("never", "deploy", server);
        var asking = new ToolApprovalRules().Ask(ToolApprover.DeferAll, "deploy", server);

        (await denying.DecideAsync(call)).Reason.ShouldBe(applies ? "never" : "No rule allows the call.");
        (await asking.DecideAsync(call)).Kind.ShouldBe(applies ? ToolApprovalDecisionKind.Defer : ToolApprovalDecisionKind.Deny);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_of_the_approver_is_wrapped_and_is_not_a_cancellation(bool isCancellation)
    {
        Exception thrown = isCancellation ? new OperationCanceledException() : new IOException("down");
        using var executor = Executor(ToolApprover.From(ToolApprovalDecision (_) => throw thrown));

        foreach (var call in new[] { TestTools.Call("deploy", """{"service":"secret"}"""), TestTools.Call("bash", kind: ToolCallKind.BuiltIn, permission: EvaluatedPermission.Ask) })
        {
            var problem = await Should.ThrowAsync<ToolApproverException>(executor.ExecuteAsync(call).Guarded());

            (problem.SessionId, problem.CallId, problem.InnerException).ShouldBe(("sesn_1", "sevt_1", thrown));
            problem.Message.ShouldContain($"sevt_1 of {call.Name} in sesn_1");
            problem.Message.ShouldNotContain("secret");
        }

        _runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_cancellation_while_the_approver_decides_is_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        var never = ToolApprover.From(static (_, _) => new ValueTask<ToolApprovalDecision>(new TaskCompletionSource<ToolApprovalDecision>().Task));
        using var executor = Executor(never);

        var executing = executor.ExecuteAsync(TestTools.Call("deploy"), cancellationToken: stop.Token);
        await _clock.WaitForTimersAsync(1);
        await stop.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(executing.Guarded())).CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public async Task The_token_of_the_approver_is_canceled_when_the_approval_timeout_expires()
    {
        CancellationToken seen = default;
        using var executor = Executor(ToolApprover.From(async (_, token) =>
        {
            seen = token;
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return ToolApprovalDecision.Allow;
        }));

        var executing = executor.ExecuteAsync(TestTools.Call("deploy"));
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(10));

        (await executing.Guarded()).Result().Content.ShouldBe(["The call was denied: Nobody decided about the call in time."]);
        seen.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void A_reason_above_the_maximum_length_is_rejected() =>
        Should.Throw<ArgumentException>(() => ToolApprovalDecision.Deny(new string('x', 10_001))).Message.ShouldContain("10000");

    private async Task<ToolExecutionResult> AskAsync(ToolApprovalDecision verdict, ToolCall call)
    {
        using var executor = Executor(ToolApprover.From(_ => verdict));
        return await executor.ExecuteAsync(call).Guarded();
    }

    private ToolExecutor Executor(IToolApprover? approver, IToolCallStore? store = null) => new(Options(approver, store ?? new InMemoryToolCallStore()), _clock);

    private ToolOptions Options(IToolApprover? approver, IToolCallStore store) => new()
    {
        ToolCallStore = store,
        Approver = approver,
        Tools = [new ApprovalRequiredAIFunction(TestTools.Of("deploy", () => { _runs++; return "ran"; }))],
    };
}
