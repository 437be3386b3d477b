using System.ComponentModel;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Definitions;

public sealed class CustomToolTests : EmulatorTest
{
    private const string EmptySchema = """{"type":"object","properties":{}}""";

    [Fact]
    public async Task Any_function_can_be_converted_to_a_valid_tool()
    {
        var method = AIFunctionFactory.Create(([Description("Where to.")] string place, int count = 1) => $"{place} {count}", "ship", "Ships things.");
        var typed = ToolFunction.Create("order", "Orders things.", ToolTestJson.Default.Order, static (_, _) => Task.FromResult<ToolResult>("ok"));

        var agent = await CreateAgentAsync([new AgentToolset(), .. new AIFunction[] { method, typed, new ApprovalRequiredAIFunction(method.Named("ship_far")) }.ToCustomTools()]);

        agent.Tools.OfType<CustomTool>().Select(static tool => tool.Name).ShouldBe(["ship", "order", "ship_far"]);
    }

    [Fact]
    public void The_schema_has_descriptions_and_required_members()
    {
        var schema = ToolFunction.Create("order", "Orders things.", ToolTestJson.Default.Order, static (_, _) => Task.FromResult<ToolResult>("ok")).ToCustomTool().InputSchema;

        schema.GetProperty("type").GetString().ShouldBe("object");
        schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()).ShouldBe(["article"]);
        var properties = schema.GetProperty("properties");
        properties.GetProperty("article").GetProperty("description").GetString().ShouldBe("What to order.");
        properties.GetProperty("count").GetProperty("type").GetString().ShouldBe("integer");
        properties.GetProperty("address").GetProperty("properties").GetProperty("city").GetProperty("type").ToString().ShouldContain("string");
    }

    [Fact]
    public void A_function_without_a_schema_has_no_parameters() =>
        new Declared("ping", "Pings.", "{}").ToCustomTool().InputSchema.GetRawText().ShouldBe(EmptySchema);

    [Theory]
    [InlineData("", "does", EmptySchema, "1 to 128")]
    [InlineData("näher", "does", EmptySchema, "1 to 128")]
    [InlineData("two words", "does", EmptySchema, "1 to 128")]
    [InlineData("mcp__x", "does", EmptySchema, "mcp__")]
    [InlineData("bash", "does", EmptySchema, "built-in")]
    [InlineData("fine", " ", EmptySchema, "description")]
    [InlineData("fine", "does", """{"type":"string"}""", "\"object\"")]
    [InlineData("fine", "does", """{"type":["object","null"]}""", "\"object\"")]
    [InlineData("fine", "does", """{"type":"object","anyOf":[]}""", "anyOf")]
    [InlineData("fine", "does", """{"type":"object","oneOf":[]}""", "oneOf")]
    [InlineData("fine", "does", """{"type":"object","allOf":[]}""", "allOf")]
    [InlineData("fine", "does", """{"type":"object","properties":{"a":{"items":[{"$ref":"#"}]}}}""", "$.properties.a.items[0]")]
    [InlineData("fine", "does", """{"type":"object","properties":{"":{}}}""", "1 to 64")]
    public void An_invalid_tool_is_rejected_with_the_rule(string name, string description, string schema, string rule)
    {
        var error = Should.Throw<ArgumentException>(() => new Declared(name, description, schema).ToCustomTool());
        error.Message.ShouldContain($"\"{name}\"");
        error.Message.ShouldContain(rule);
    }

    [Fact]
    public void Keywords_that_are_valid_below_the_root_are_accepted() =>
        new Declared("fine", "does", """{"type":"object","properties":{"$ref":{"anyOf":[{"type":"string"}]}}}""").ToCustomTool().Name.ShouldBe("fine");

    [Fact]
    public void A_recursive_input_type_is_rejected() =>
        Should.Throw<ArgumentException>(() => ToolFunction.Create("tree", "Grows.", ToolTestJson.Default.Tree, static (_, _) => Task.FromResult<ToolResult>("ok")).ToCustomTool())
            .Message.ShouldContain("$ref");

    [Fact]
    public void Duplicate_names_are_rejected() =>
        Should.Throw<ArgumentException>(() => new[] { new Declared("a", "does", EmptySchema), new Declared("a", "does too", EmptySchema) }.ToCustomTools())
            .Message.ShouldContain("\"a\"");

    private sealed class Declared(string name, string description, string schema) : AIFunctionDeclaration
    {
        public override string Name => name;

        public override string Description => description;

        public override JsonElement JsonSchema => JsonElement.Parse(schema);
    }
}
