using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.InputChecks;

/// <summary>Schemas of other dialects, alternatives, references, and schemas that make no sense.</summary>
public sealed class InputSchemaTests : InputCheckTestBase
{
    private const string Shapes = """
        {"type":"object","$defs":{"a/b~c":{"type":"integer"},"circle":{"$ref":"#/$defs/circle"},"tree":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"all":{"type":"array","items":{"$ref":"#/$defs/tree"}}}}},
         "properties":{
          "shape":{"oneOf":[{"type":"object","required":["r"],"properties":{"kind":{"const":"circle"},"r":{"type":"integer"}}},{"type":"object","required":["w","h"],"properties":{"kind":{"const":"box"},"w":{"type":"integer"},"h":{"type":"integer"}}}]},
          "id":{"anyOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]},
          "raw":{"anyOf":[{"type":"object"},{"type":"string"}]},
          "first":{"anyOf":[{"type":"object","properties":{"a":{"type":"integer"}}},{"type":"object"}]},
          "list":{"anyOf":[{"type":"array","items":{"type":"integer"}},{"type":"null"}]},
          "size":{"anyOf":[{"const":"s"},{"const":"l"},{"enum":["xl"]}]},
          "both":{"allOf":[{"required":["x"]},{"properties":{"x":{"type":"integer"}}}]},
          "tree":{"$ref":"#/$defs/tree"},"escaped":{"$ref":"#/$defs/a~1b~0c"},"item":{"$ref":"#/properties/shape/oneOf/1/properties/w"},
          "circle":{"$ref":"#/$defs/circle"},"elsewhere":{"$ref":"https://example.com/schema"},"anchor":{"$ref":"#name"},"missing":{"$ref":"#/$defs/none/x"},"self":{"$ref":"#"},
          "pair":{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false},
          "old":{"type":"array","items":[{"type":"string"}],"additionalItems":{"type":"integer"}},
          "pattern":{"type":"object","additionalProperties":false,"patternProperties":{"^x":{"type":"integer"}}},
          "wrong":{"type":5,"properties":[],"required":"x","enum":{},"anyOf":{},"items":3,"additionalProperties":"no"},
          "strange":{"type":["text","date"]}}}
        """;

    [Theory]
    [InlineData("""{"shape":{"kind":"circle","w":1}}""", "$.shape.r is required")]
    [InlineData("""{"shape":{"kind":"box","w":1}}""", "$.shape.h is required")]
    [InlineData("""{"shape":{"kind":"star","r":1,"w":1,"h":1}}""", "$.shape.kind must be \"circle\" or \"box\"")]
    [InlineData("""{"shape":7}""", "$.shape must be an object")]
    [InlineData("""{"id":true}""", "$.id must be an integer, a string or null")]
    [InlineData("""{"list":[1,"x"]}""", "$.list[1] must be an integer")]
    [InlineData("""{"list":3}""", "$.list must be an array or null")]
    [InlineData("""{"size":"m"}""", "$.size must be \"s\", \"l\" or \"xl\"")]
    [InlineData("""{"both":{}}""", "$.both.x is required")]
    [InlineData("""{"both":{"x":"1"}}""", "$.both.x must be an integer")]
    [InlineData("""{"tree":{"name":"a","all":[{"name":"b","all":[{}]}]}}""", "$.tree.all[0].all[0].name is required")]
    [InlineData("""{"escaped":"x"}""", "$.escaped must be an integer")]
    [InlineData("""{"item":"x"}""", "$.item must be an integer")]
    [InlineData("""{"self":{"self":{"id":true}}}""", "$.self.self.id must be an integer, a string or null")]
    [InlineData("""{"pair":["a","b"]}""", "$.pair[1] must be an integer")]
    [InlineData("""{"pair":["a",1,2]}""", "$.pair[2] is not allowed")]
    [InlineData("""{"old":["a","b"]}""", "$.old[1] must be an integer")]
    public async Task Alternatives_references_and_tuples_are_checked(string input, string problem) =>
        (await RefusedAsync(Shapes, input)).ShouldBe($"{Prefix}{problem}.");

    [Theory]
    [InlineData("""{"shape":{"kind":"box","w":1,"h":2}}""", null)]
    [InlineData("""{"shape":{"r":2.0}}""", """{"shape":{"r":2}}""")]
    [InlineData("""{"shape":"{\"kind\":\"circle\",\"r\":1}"}""", """{"shape":{"kind":"circle","r":1}}""")]
    [InlineData("""{"raw":"{\"a\":1}"}""", null)]
    [InlineData("""{"raw":{"a":1}}""", null)]
    [InlineData("""{"id":null,"list":null}""", null)]
    [InlineData("""{"first":"{\"a\":1.0}"}""", """{"first":{"a":1}}""")]
    [InlineData("""{"list":"[1]"}""", """{"list":[1]}""")]
    [InlineData("""{"both":{"x":1.0}}""", """{"both":{"x":1}}""")]
    [InlineData("""{"tree":"{\"name\":\"a\"}"}""", """{"tree":{"name":"a"}}""")]
    [InlineData("""{"circle":1,"elsewhere":[],"anchor":"x","missing":null}""", null)]
    [InlineData("""{"pattern":{"x1":"anything","y":1}}""", null)]
    [InlineData("""{"wrong":{"x":1},"strange":1}""", null)]
    [InlineData("""{"wrong":[1]}""", null)]
    [InlineData("""{"pair":["a",1.0]}""", """{"pair":["a",1]}""")]
    [InlineData("""{"old":["a",1,2]}""", null)]
    public async Task What_cannot_be_understood_is_accepted(string input, string? expected) =>
        (await AcceptedAsync(Shapes, input)).ShouldBe(expected ?? input);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"object"}""")]
    [InlineData("true")]
    [InlineData("""{"properties":{"\ud800":{"type":"integer"}},"required":["x"]}""")]
    [InlineData("""{"required":["\ud800"]}""")]
    public async Task A_schema_without_a_meaning_accepts_any_object(string schema) => (await AcceptedAsync(schema, """{"a":[{"b":3.0}]}""")).ShouldBe("""{"a":[{"b":3.0}]}""");

    [Theory]
    [InlineData("""{"properties":{"a":{}}}""")]
    [InlineData("""{"type":["object","array"]}""")]
    public async Task An_input_is_an_object_whatever_the_schema_says(string schema) => (await RefusedAsync(schema, "[]")).ShouldBe($"{Prefix}$ must be an object.");

    [Fact]
    public async Task Nested_alternatives_are_checked_in_bounded_time()
    {
        // Each level doubles the number of combinations: 2^60 without a limit.
        const string Schema = """{"type":"object","properties":{"n":{"$ref":"#/$defs/n"}},"$defs":{"n":{"anyOf":[{"properties":{"n":{"$ref":"#/$defs/n"},"a":{"type":"integer"}}},{"properties":{"n":{"$ref":"#/$defs/n"},"a":{"type":"boolean"}}}]}}}""";
        var input = string.Concat(Enumerable.Repeat("""{"n":""", 60)) + """{"a":"x"}""" + new string('}', 60);

        (await AcceptedAsync(Schema, input).WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe(input);
    }

    [Fact]
    public async Task A_deep_input_of_a_recursive_schema_is_checked_to_its_end()
    {
        const string Schema = """{"type":"object","properties":{"n":{"allOf":[{"$ref":"#"},{"$ref":"#/properties/n"}]},"count":{"type":"integer"}}}""";
        static string Nested(string inner) => string.Concat(Enumerable.Repeat("""{"n":""", 50)) + inner + new string('}', 50);

        (await RefusedAsync(Schema, Nested("""{"Count":1}"""))).ShouldContain(".n.n.Count is not declared");
        (await RefusedAsync(Schema, Nested("""{"count":"1"}"""))).ShouldContain(".n.n.count must be an integer");
    }

    [Fact]
    public async Task Strings_inside_strings_are_replaced_to_a_limit()
    {
        const string Schema = """{"type":"object","properties":{"n":{"$ref":"#"}}}""";
        var input = "{}";
        for (var level = 0; level < 8; level++)
        {
            input = $$"""{"n":{{System.Text.Json.JsonSerializer.Serialize(input)}}}""";
        }

        var expected = string.Concat(Enumerable.Repeat("""{"n":""", 8)) + "{}" + new string('}', 8);
        (await AcceptedAsync(Schema, input)).ShouldBe(expected);

        var deep = string.Concat(Enumerable.Repeat("""{"n":""", 63)) + "\"{}\"" + new string('}', 63);
        (await RefusedAsync(Schema, $$"""{"n":{{System.Text.Json.JsonSerializer.Serialize(deep)}}}""")).ShouldContain("must be an object");
    }
}
