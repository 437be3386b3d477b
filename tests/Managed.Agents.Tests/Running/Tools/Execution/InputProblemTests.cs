using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Execution;

/// <summary>Calls whose input is not valid: they are answered, and neither approver nor function gets them.</summary>
public sealed class InputProblemTests
{
    private const string Ambiguous = """{"article":"pen","article":"gun"}""";

    private readonly TestTimeProvider _clock = new();
    private readonly InMemoryToolCallStore _store = new();
    private readonly List<ToolCall> _approved = [];
    private readonly List<ToolCall> _run = [];

    [Fact]
    public async Task A_problem_is_an_error_result_that_is_recorded()
    {
        using var executor = Executor(ToolApprovalDecision.Allow);

        var result = (await executor.ExecuteAsync(TestTools.Call("order", Ambiguous)).Guarded()).Result();

        (result.IsError, result.Content.JoinText().Length > 0).ShouldBe((true, true));
        result.Content.JoinText().ShouldNotContain("gun");
        (await _store.GetAsync("sesn_1", "sevt_1")).ShouldNotBeNull().Result.ShouldNotBeNull().Content.ShouldBe(result.Content);
        _approved.ShouldBeEmpty();
        _run.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ToolCallKind.Mcp, false)]
    [InlineData(ToolCallKind.BuiltIn, false)]
    [InlineData(ToolCallKind.BuiltIn, true)]
    public async Task A_problem_of_a_call_that_waits_for_a_confirmation_is_a_denial(ToolCallKind kind, bool hasFunction)
    {
        using var executor = Executor(ToolApprovalDecision.Allow);
        var call = TestTools.Call(hasFunction ? "bash" : "read", Ambiguous, kind: kind, permission: EvaluatedPermission.Ask);

        var confirmation = (await executor.ExecuteAsync(call).Guarded()).Input.ShouldBeOfType<UserToolConfirmation>();

        confirmation.Result.ShouldBe(ToolConfirmationResult.Deny);
        confirmation.DenyMessage.ShouldNotBeNullOrEmpty();
        _approved.ShouldBeEmpty();
        if (hasFunction)
        {
            (await executor.ExecuteAsync(call, isConfirmed: true).Guarded()).Input.ShouldBeOfType<UserToolResult>().IsError.ShouldBe(true);
            _run.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Without_an_approver_another_client_decides()
    {
        using var executor = new ToolExecutor(new ToolOptions(), _clock);

        (await executor.ExecuteAsync(TestTools.Call("read", Ambiguous, kind: ToolCallKind.Mcp, permission: EvaluatedPermission.Ask)).Guarded()).Kind.ShouldBe(ToolExecutionResultKind.Deferred);
    }

    [Fact]
    public async Task A_result_of_another_process_counts_more_than_a_problem()
    {
        await _store.TryWriteAsync(new ToolCallRecord { SessionId = "sesn_1", CallId = "sevt_1", State = ToolCallState.Completed, Revision = 1, Result = "ordered" }, 0);
        using var executor = Executor(ToolApprovalDecision.Allow);

        (await executor.ExecuteAsync(TestTools.Call("order", Ambiguous)).Guarded()).Result().Content.ShouldBe(["ordered"]);
    }

    [Fact]
    public async Task Approver_and_function_get_the_same_input()
    {
        using var executor = Executor(ToolApprovalDecision.Allow);

        await executor.ExecuteAsync(TestTools.Call("order", """{"article":"pen","address":"{\"city\":\"Lyon\"}"}""")).Guarded();

        var approved = _approved.ShouldHaveSingleItem();
        approved.Input.GetProperty("address").GetProperty("city").GetString().ShouldBe("Lyon");
        _run.ShouldHaveSingleItem().ShouldBeSameAs(approved);
    }

    private ToolExecutor Executor(ToolApprovalDecision decision)
    {
        var order = ToolFunction.Create("order", "Orders.", ToolTestJson.Default.Order, static (_, _) => Task.FromResult<ToolResult>("ordered"));
        return new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = _store,
                Tools = [new ApprovalRequiredAIFunction(new Recorded(order, _run))],
                BuiltInTools = [TestTools.Of("bash", (arguments, _) => { _run.Add((ToolCall)arguments.Context![typeof(ToolCall)]!); return Task.FromResult<object?>("ran"); })],
                Approver = ToolApprover.From(call => { _approved.Add(call); return decision; }),
            },
            _clock);
    }

    private sealed class Recorded(AIFunction function, List<ToolCall> calls) : DelegatingAIFunction(function)
    {
        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            calls.Add((ToolCall)arguments.Context![typeof(ToolCall)]!);
            return base.InvokeCoreAsync(arguments, cancellationToken);
        }
    }
}
