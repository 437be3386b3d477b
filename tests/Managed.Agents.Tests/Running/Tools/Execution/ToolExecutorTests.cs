using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Execution;

public sealed class ToolExecutorTests
{
    private readonly TestTimeProvider _clock = new();

    private ToolOptions Options => new() { ToolCallStore = new InMemoryToolCallStore(_clock) };

    [Fact]
    public async Task A_function_receives_the_arguments_the_call_and_the_services()
    {
        AIFunctionArguments? seen = null;
        var services = new Services();
        using var executor = new ToolExecutor(
            Options with { Services = services, Tools = [TestTools.Of("weather", (arguments, _) => { seen = arguments; return Task.FromResult<object?>("sunny"); })] }, _clock);

        var call = TestTools.Call("weather", """{"city":"Lyon"}""");
        var answer = await executor.ExecuteAsync(call).Guarded();

        answer.Result().ShouldBe(new UserCustomToolResult("sevt_1", "sunny"));
        seen.ShouldNotBeNull()["city"]!.ToString().ShouldBe("Lyon");
        seen.Context![typeof(ToolCall)].ShouldBe(call);
        seen.Services.ShouldBe(services);
    }

    [Fact]
    public async Task A_typed_function_deserializes_its_input_and_reports_an_invalid_path()
    {
        var order = ToolFunction.Create("order", "Orders.", ToolTestJson.Default.Order, static (order, _) => Task.FromResult<ToolResult>($"{order.Count} × {order.Article}"));
        using var executor = new ToolExecutor(Options with { Tools = [order] }, _clock);

        (await executor.ExecuteAsync(TestTools.Call("order", """{"article":"pen","count":2}""", "sevt_1"))).Result().Content.ShouldBe(["2 × pen"]);
        var wrong = (await executor.ExecuteAsync(TestTools.Call("order", """{"article":"pen","count":"two"}""", "sevt_2"))).Result();
        wrong.ShouldBe(UserCustomToolResult.Error("sevt_2", "The input does not match the schema of the tool: $.count must be an integer."));
    }

    [Fact]
    public async Task A_typed_function_can_return_an_object()
    {
        var order = ToolFunction.Create("order", "Orders.", ToolTestJson.Default.Order, ToolTestJson.Default.Order, static (order, _) => Task.FromResult(order with { Count = 7 }));
        using var executor = new ToolExecutor(Options with { Tools = [order] }, _clock);

        (await executor.ExecuteAsync(TestTools.Call("order", """{"article":"pen"}"""))).Result().Content.JoinText().ShouldContain("\"count\":7");
    }

    [Fact]
    public async Task Only_the_message_of_a_ToolException_is_sent_to_the_agent()
    {
        var secret = TestTools.Of("secret", static object? () => throw new InvalidOperationException("Server=db;Password=hunter2"));
        var open = TestTools.Of("open", static object? () => throw new ToolException("There is no such city."));
        using var executor = new ToolExecutor(Options with { Tools = [secret, open] }, _clock);

        (await executor.ExecuteAsync(TestTools.Call("secret", id: "sevt_1"))).Result().ShouldBe(UserCustomToolResult.Error("sevt_1", "The tool failed."));
        (await executor.ExecuteAsync(TestTools.Call("open", id: "sevt_2"))).Result().ShouldBe(UserCustomToolResult.Error("sevt_2", "There is no such city."));
    }

    [Fact]
    public async Task The_error_message_for_the_agent_is_configurable()
    {
        using var executor = new ToolExecutor(
            Options with { Tools = [TestTools.Of("x", static object? () => throw new TimeoutException("inside"))], DescribeToolError = static (call, problem) => $"{call.Name}: {problem.GetType().Name}" }, _clock);

        (await executor.ExecuteAsync(TestTools.Call("x"))).Result().Content.ShouldBe(["x: TimeoutException"]);
    }

    [Fact]
    public async Task Calls_to_unregistered_tools_are_ignored()
    {
        using var executor = new ToolExecutor(Options with { Tools = [TestTools.Of("mine", static () => "x")], BuiltInTools = [TestTools.Of("bash", static () => "x")] }, _clock);

        foreach (var call in new[]
        {
            TestTools.Call("other"),
            TestTools.Call("bash"),
            TestTools.Call("mine", kind: ToolCallKind.BuiltIn, permission: EvaluatedPermission.Allow),
            TestTools.Call("mine", kind: ToolCallKind.Mcp, permission: EvaluatedPermission.Allow),
        })
        {
            executor.Owns(call).ShouldBeFalse();
            (await executor.ExecuteAsync(call)).ShouldBe(new ToolExecutionResult(ToolExecutionResultKind.UnknownTool));
        }
    }

    [Theory]
    [InlineData("allow", ToolExecutionResultKind.Result)]
    [InlineData("deny", ToolExecutionResultKind.UnknownTool)]
    [InlineData("invented", ToolExecutionResultKind.UnknownTool)]
    [InlineData(null, ToolExecutionResultKind.UnknownTool)]
    [InlineData("ask", ToolExecutionResultKind.Deferred)]
    public async Task A_built_in_tool_runs_only_when_the_service_allows_it(string? permission, ToolExecutionResultKind expected)
    {
        using var executor = new ToolExecutor(Options with { BuiltInTools = [TestTools.Of("bash", static () => "ran")] }, _clock);
        var call = TestTools.Call("bash", kind: ToolCallKind.BuiltIn, permission: permission is null ? null : new EvaluatedPermission(permission));

        var answer = await executor.ExecuteAsync(call);

        answer.Kind.ShouldBe(expected);
        if (expected == ToolExecutionResultKind.Result)
        {
            answer.Input.ShouldBe(new UserToolResult("sevt_1", "ran"));
        }
    }

    [Fact]
    public async Task A_built_in_tool_that_needs_confirmation_runs_after_it()
    {
        using var executor = new ToolExecutor(Options with { BuiltInTools = [TestTools.Of("bash", static () => "ran")], Approver = ToolApprover.AllowAll }, _clock);
        var call = TestTools.Call("bash", kind: ToolCallKind.BuiltIn, permission: EvaluatedPermission.Ask);

        (await executor.ExecuteAsync(call)).ShouldBe(new ToolExecutionResult(ToolExecutionResultKind.Confirmation, UserToolConfirmation.AllowUse("sevt_1")));
        (await executor.ExecuteAsync(call, isConfirmed: true)).Input.ShouldBe(new UserToolResult("sevt_1", "ran"));
    }

    [Fact]
    public async Task A_call_runs_once_even_if_it_is_requested_again()
    {
        var runs = 0;
        using var executor = new ToolExecutor(Options with { Tools = [TestTools.Of("pay", () => ++runs)] }, _clock);

        var first = await executor.ExecuteAsync(TestTools.Call("pay"));
        var second = await executor.ExecuteAsync(TestTools.Call("pay"));
        await executor.ConfirmAsync(TestTools.Call("pay"));
        var third = await executor.ExecuteAsync(TestTools.Call("pay"));

        second.ShouldBe(first);
        third.Kind.ShouldBe(ToolExecutionResultKind.AlreadyAnswered);
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task The_number_of_parallel_calls_is_limited()
    {
        var (running, most) = (0, 0);
        var release = new TaskCompletionSource();
        var started = new CountedSignal();
        var tool = TestTools.Of("x", async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            started.Add();
            await release.Task;
            Interlocked.Decrement(ref running);
            return "done";
        });
        using var executor = new ToolExecutor(Options with { Tools = [tool], MaxParallelToolCalls = 2 }, _clock);

        var answers = Enumerable.Range(1, 5).Select(number => executor.ExecuteAsync(TestTools.Call("x", id: $"sevt_{number}"))).ToList();
        await started.ReachedAsync(2).Guarded();
        release.SetResult();
        await Task.WhenAll(answers).Guarded();

        most.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_function_that_times_out_is_cancelled_with_an_unknown_outcome(bool isIdempotent)
    {
        var never = new TaskCompletionSource<object?>();
        var slow = TestTools.Of("slow", _ => never.Task).WithTimeout(TimeSpan.FromSeconds(3));
        using var executor = new ToolExecutor(Options with { Tools = [isIdempotent ? slow.AsIdempotent() : slow] }, _clock);

        var waiting = executor.ExecuteAsync(TestTools.Call("slow"));
        await _clock.WaitForTimersAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(3));
        var answer = await waiting.Guarded();

        answer.IsOutcomeUnknown.ShouldBe(!isIdempotent);
        answer.Result().IsError.ShouldBe(true);
        answer.Result().Content.JoinText().ShouldContain("00:00:03");
    }

    [Fact]
    public void Duplicate_names_unknown_built_in_names_and_invalid_options_are_rejected()
    {
        var tool = TestTools.Of("x", static () => null);
        Should.Throw<ArgumentException>(() => new ToolExecutor(new ToolOptions { Tools = [tool, tool] })).Message.ShouldContain("\"x\"");
        Should.Throw<ArgumentException>(() => new ToolExecutor(new ToolOptions { BuiltInTools = [tool] })).Message.ShouldContain("\"x\"");
        Should.Throw<ArgumentOutOfRangeException>(() => new ToolOptions { ToolTimeout = TimeSpan.Zero });
        Should.Throw<ArgumentOutOfRangeException>(() => new ToolOptions { MaxParallelToolCalls = 0 });
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
