using System.Text.Json;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Functions;

/// <summary>Functions made from metadata, called without an executor.</summary>
public sealed class TypedToolFunctionTests
{
    private readonly List<Refund> _refunds = [];

    private AIFunction Function => ToolFunction.Create("refund", "Refunds.", RefundJson.Default.Refund, (refund, _) =>
    {
        _refunds.Add(refund);
        return Task.FromResult<ToolResult>("done");
    });

    [Theory]
    [InlineData("{}", "$.orderId is required; $.amount is required")]
    [InlineData("""{"amount":5}""", "$.orderId is required")]
    [InlineData("""{"orderId":null,"amount":5}""", "$.orderId must be a string")]
    [InlineData("""{"order_id":"o1","amount":5}""", "$.orderId is required, and $.order_id is not declared")]
    [InlineData("""{"orderId":"o1","amount":"5"}""", "$.amount must be an integer")]
    public async Task A_required_argument_is_never_replaced_by_a_default_value(string input, string problem)
    {
        var error = await Should.ThrowAsync<ToolException>(async () => await Function.InvokeAsync(Arguments(input)));

        error.Message.ShouldBe($"The input does not match the schema of the tool: {problem}.");
        _refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Arguments_can_be_JSON_or_objects()
    {
        await Function.InvokeAsync(Arguments("""{"orderId":"o1","amount":5.0,"all":true}"""));
        await Function.InvokeAsync(new AIFunctionArguments { ["orderId"] = "o2", ["amount"] = JsonElement.Parse("6") });

        _refunds.ShouldBe([new Refund("o1", 5, All: true), new Refund("o2", 6)]);
    }

    [Fact]
    public async Task A_value_that_no_schema_describes_is_named_by_its_path()
    {
        var error = await Should.ThrowAsync<ToolException>(async () => await Function.InvokeAsync(Arguments("""{"orderId":"o1","amount":123456789012}""")));

        error.Message.ShouldBe("The input does not match the schema of the tool at $.amount.");
    }

    private static AIFunctionArguments Arguments(string json) =>
        new(JsonElement.Parse(json).EnumerateObject().ToDictionary(static one => one.Name, static one => (object?)one.Value, StringComparer.Ordinal));
}
