using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools;

public sealed class CustomToolTests : EmulatorTest
{
    private const string EmptySchema = """{"type":"object","properties":{}}""";

    [Fact]
    public async Task Any_function_becomes_a_tool_that_the_API_takes()
    {
        var method = AIFunctionFactory.Create(([Description("Where to.")] string place, int count = 1) => $"{place} {count}", "ship", "Ships things.");
        var typed = ToolFunction.Create("order", "Orders things.", ToolTestJson.Default.Order, static (_, _) => Task.FromResult<ToolResult>("ok"));

        var agent = await CreateAgentAsync([new AgentToolset(), .. new AIFunction[] { method, typed, new ApprovalRequiredAIFunction(method.Named("ship_far")) }.ToCustomTools()]);

        agent.Tools.OfType<CustomTool>().Select(static tool => tool.Name).ShouldBe(["ship", "order", "ship_far"]);
    }

    [Fact]
    public void Metadata_gives_the_schema_with_descriptions_and_required_members()
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
    public void A_function_without_a_schema_takes_nothing() =>
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
    public void What_the_API_would_refuse_is_refused_with_the_way_out(string name, string description, string schema, string rule)
    {
        var error = Should.Throw<ArgumentException>(() => new Declared(name, description, schema).ToCustomTool());
        error.Message.ShouldContain($"\"{name}\"");
        error.Message.ShouldContain(rule);
    }

    [Fact]
    public void What_is_allowed_below_the_top_is_not_refused() =>
        new Declared("fine", "does", """{"type":"object","properties":{"$ref":{"anyOf":[{"type":"string"}]}}}""").ToCustomTool().Name.ShouldBe("fine");

    [Fact]
    public void A_type_that_contains_itself_cannot_be_an_input() =>
        Should.Throw<ArgumentException>(() => ToolFunction.Create("tree", "Grows.", ToolTestJson.Default.Tree, static (_, _) => Task.FromResult<ToolResult>("ok")).ToCustomTool())
            .Message.ShouldContain("$ref");

    [Fact]
    public void Two_functions_cannot_share_a_name() =>
        Should.Throw<ArgumentException>(() => new[] { new Declared("a", "does", EmptySchema), new Declared("a", "does too", EmptySchema) }.ToCustomTools())
            .Message.ShouldContain("\"a\"");

    private sealed class Declared(string name, string description, string schema) : AIFunctionDeclaration
    {
        public override string Name => name;

        public override string Description => description;

        public override JsonElement JsonSchema => JsonElement.Parse(schema);
    }
}

internal sealed record Order([property: JsonRequired, Description("What to order.")] string Article, int Count = 1, Address? Address = null);

internal sealed record Address
{
    public string? City { get; init; }
}

internal sealed record Tree
{
    public IReadOnlyList<Tree> Branches { get; init; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Tree))]
internal sealed partial class ToolTestJson : JsonSerializerContext;
