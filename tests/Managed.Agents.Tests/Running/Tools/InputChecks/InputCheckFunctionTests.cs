using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.InputChecks;

/// <summary>The inputs of functions made from methods and from metadata.</summary>
public sealed class InputCheckFunctionTests
{
    public static TheoryData<string, string, string?, string> Calls { get; } = new()
    {
        { "count", "{}", "$.count is required", "" },
        { "count", """{"Count":3}""", "$.Count is not declared, and differs from \"count\" only in case", "" },
        { "count", """{"count":null}""", "$.count must be an integer", "" },
        { "count", """{"count":3.5}""", "$.count must be an integer", "" },
        { "count", """{"count":3.0}""", null, "3 []" },
        { "count", """{"count":3,"note":null}""", null, "3 []" },
        { "count", """{"count":3,"note":"n"}""", null, "3 [n]" },
        { "place", """{"order":"{\"article\":\"pen\",\"quantity\":3}"}""", null, "3 pen" },
        { "place", """{"order":{"article":"pen","quantity":3.0}}""", null, "3 pen" },
        { "place", """{"order":{"article":"pen","quantity":3,"Quantity":4}}""", "$.order.Quantity is not declared, and differs from \"quantity\" only in case", "" },
        { "place", """{"order":{"article":"pen"}}""", "$.order.quantity is required", "" },
        { "refund", "{}", "$.orderId is required; $.amount is required", "" },
        { "refund", """{"amount":5}""", "$.orderId is required", "" },
        { "refund", """{"orderId":null,"amount":5}""", "$.orderId must be a string", "" },
        { "refund", """{"order_id":"o1","amount":5}""", "$.orderId is required, and $.order_id is not declared", "" },
        { "refund", """{"orderId":"o1","amount":5.0}""", null, "refunded 5 of [o1]" },
        { "refund", """{"orderId":"o1","amount":5,"all":null}""", "$.all must be a boolean", "" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task An_input_is_checked_before_the_function_runs(string name, string input, string? problem, string text)
    {
        var ran = 0;
        using var executor = new ToolExecutor(new ToolOptions { Tools = Functions(() => ran++) });

        var result = (await executor.ExecuteAsync(TestTools.Call(name, input))).Result();

        result.Content.JoinText().ShouldBe(problem is null ? text : $"The input does not match the schema of the tool: {problem}.");
        result.IsError.ShouldBe(problem is null ? null : true);
        ran.ShouldBe(problem is null ? 1 : 0);
    }

    private static AIFunction[] Functions(Action run) =>
    [
        AIFunctionFactory.Create((int count, string? note = null) => { run(); return $"{count} [{note}]"; }, "count", "Counts."),
        AIFunctionFactory.Create((Purchase order) => { run(); return $"{order.Quantity} {order.Article}"; }, "place", "Places."),
        ToolFunction.Create("refund", "Refunds.", RefundJson.Default.Refund, RefundJson.Default.String, (refund, _) => { run(); return Task.FromResult($"refunded {refund.Amount} of [{refund.OrderId}]"); }),
    ];
}
