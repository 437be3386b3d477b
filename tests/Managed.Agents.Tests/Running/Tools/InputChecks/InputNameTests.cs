using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.InputChecks;

/// <summary>Names that an approver and a function could read differently.</summary>
public sealed class InputNameTests : InputCheckTestBase
{
    private const string Deploy = """
        {"type":"object","$defs":{"step":{"type":"object","properties":{"service":{"type":"string"},"next":{"$ref":"#/$defs/step"}}}},
         "properties":{
          "service":{"type":"string"},
          "order":{"type":"object","properties":{"service":{"type":"string"}}},
          "list":{"type":"array","items":{"properties":{"service":{}}}},
          "pair":{"prefixItems":[{"type":"string"},{"properties":{"service":{}}}],"items":{"properties":{"rest":{}}}},
          "tuple":{"items":[{"type":"string"},{"properties":{"service":{}}}],"additionalItems":{"properties":{"rest":{}}}},
          "map":{"type":"object","additionalProperties":{"properties":{"service":{}}}},
          "env":{"type":"object","additionalProperties":{"type":"string"}},
          "free":{"type":"object"},
          "step":{"$ref":"#/$defs/step"},
          "any":{"anyOf":[{"type":"null"},{"properties":{"service":{}}}]},
          "one":{"oneOf":[{"properties":{"service":{}}},{"properties":{"Service":{},"other":{}}}]},
          "all":{"allOf":[{"properties":{"service":{}}},{"properties":{"other":{}}}]},
          "when":{"if":{"properties":{"kind":{}}},"then":{"properties":{"service":{}}},"else":{"properties":{"other":{}}}},
          "dependent":{"dependentSchemas":{"x":{"properties":{"service":{}}}}},
          "pattern":{"patternProperties":{"^x":{"properties":{"service":{}}}}}}}
        """;

    [Theory]
    [InlineData("""{"service":"shop","SERVICE":"production"}""", "$.SERVICE", "service")]
    [InlineData("""{"Service":"shop"}""", "$.Service", "service")]
    [InlineData("""{"\u0053ervice":"shop"}""", "$.Service", "service")]
    [InlineData("""{"order":{"service":"shop","Service":"production"}}""", "$.order.Service", "service")]
    [InlineData("""{"list":[{},{"Service":1}]}""", "$.list[1].Service", "service")]
    [InlineData("""{"pair":["x",{"Service":1}]}""", "$.pair[1].Service", "service")]
    [InlineData("""{"pair":["x",{},{"Rest":1}]}""", "$.pair[2].Rest", "rest")]
    [InlineData("""{"tuple":["x",{"Service":1}]}""", "$.tuple[1].Service", "service")]
    [InlineData("""{"tuple":["x",{},{"Rest":1}]}""", "$.tuple[2].Rest", "rest")]
    [InlineData("""{"map":{"a":{"Service":1}}}""", "$.map.a.Service", "service")]
    [InlineData("""{"step":{"next":{"next":{"Service":"x"}}}}""", "$.step.next.next.Service", "service")]
    [InlineData("""{"any":{"Service":1}}""", "$.any.Service", "service")]
    [InlineData("""{"one":{"Other":1}}""", "$.one.Other", "other")]
    [InlineData("""{"all":{"Service":1}}""", "$.all.Service", "service")]
    [InlineData("""{"all":{"Other":1}}""", "$.all.Other", "other")]
    [InlineData("""{"when":{"Kind":1}}""", "$.when.Kind", "kind")]
    [InlineData("""{"when":{"Service":1}}""", "$.when.Service", "service")]
    [InlineData("""{"when":{"Other":1}}""", "$.when.Other", "other")]
    [InlineData("""{"dependent":{"Service":1}}""", "$.dependent.Service", "service")]
    [InlineData("""{"pattern":{"x1":{"Service":1}}}""", "$.pattern.x1.Service", "service")]
    public async Task A_name_that_differs_from_a_declared_one_in_case_is_refused(string input, string path, string declared) =>
        (await RefusedAsync(Deploy, input)).ShouldBe($"{Prefix}{path} is not declared, and differs from \"{declared}\" only in case.");

    [Theory]
    [InlineData("""{"service":"shop","service":"production"}""", "$.service")]
    [InlineData("""{"service":"shop","\u0073ervice":"production"}""", "$.service")]
    [InlineData("""{"order":{"service":"a","service":"a"}}""", "$.order.service")]
    [InlineData("""{"env":{"A":"1","A":"2"}}""", "$.env.A")]
    [InlineData("""{"free":{"a":{"b":1,"b":2}}}""", "$.free.a.b")]
    [InlineData("""{"undeclared":[[{"b":1,"b":2}]]}""", "$.undeclared[0][0].b")]
    [InlineData("""{"x y":1,"x y":2}""", "$['x y']")]
    public async Task A_property_that_occurs_twice_is_refused(string input, string path) =>
        (await RefusedAsync(Deploy, input)).ShouldBe($"The input is ambiguous: {path} occurs more than once.");

    [Theory]
    [InlineData("""{"env":{"Path":"1","PATH":"2","path":"3"}}""")]
    [InlineData("""{"free":{"a":1,"A":2}}""")]
    [InlineData("""{"one":{"service":1,"Service":2}}""")]
    [InlineData("""{"unknown":1,"UNKNOWN":2}""")]
    [InlineData("""{"service":"x","list":[{"service":1},{"service":2}]}""")]
    [InlineData("""{"map":{"Service":{"service":1},"service":{}}}""")]
    public async Task Names_that_are_declared_or_free_are_kept(string input) => (await AcceptedAsync(Deploy, input)).ShouldBe(input);

    [Theory]
    [InlineData("""{"a":"\ud83d"}""", "$.a is not valid Unicode text")]
    [InlineData("""{"a":{"b":[1,"x\udc00"]}}""", "$.a.b[1] is not valid Unicode text")]
    public async Task Text_with_half_a_character_is_refused(string input, string problem) => (await RefusedAsync("{}", input)).ShouldBe($"{Prefix}{problem}.");

    [Theory]
    [InlineData("""{"\ud800":1}""", "$ has a property whose name is not valid Unicode text")]
    [InlineData("""{"a":{"\ud800":1,"\ud801":2}}""", "$.a has a property whose name is not valid Unicode text")]
    public async Task A_name_with_half_a_character_is_refused(string input, string problem) => (await RefusedAsync("{}", input)).ShouldBe($"The input is ambiguous: {problem}.");

    [Fact]
    public async Task The_problem_of_a_long_path_is_short_enough_for_a_denial()
    {
        static string Nested(string inner) => string.Concat(Enumerable.Repeat($$"""{"{{new string('x', 100)}}":""", 50)) + inner + new string('}', 50);

        (await RefusedAsync("{}", Nested("""{"a":1,"a":2}"""))).Length.ShouldBeInRange(1900, 2001);
        (await RefusedAsync("{}", Nested("\"\\ud800\""))).Length.ShouldBeInRange(1900, 2001);
    }

    [Theory]
    [InlineData(ToolCallKind.BuiltIn)]
    [InlineData(ToolCallKind.Mcp)]
    public async Task A_call_that_the_service_runs_is_denied_for_duplicates_only(ToolCallKind kind)
    {
        var asked = new List<string>();
        var approver = ToolApprover.From(call => { asked.Add(call.Input.GetRawText()); return ToolApprovalDecision.Allow; });
        using var executor = new ToolExecutor(new ToolOptions { Approver = approver });

        var twice = await executor.ExecuteAsync(TestTools.Call("bash", """{"run":{"command":"ls","command":"rm"}}""", "sevt_1", kind, EvaluatedPermission.Ask));
        var cases = await executor.ExecuteAsync(TestTools.Call("bash", """{"command":"ls","Command":"\ud800"}""", "sevt_2", kind, EvaluatedPermission.Ask));

        twice.Input.ShouldBe(UserToolConfirmation.DenyUse("sevt_1", "The input is ambiguous: $.run.command occurs more than once."));
        cases.Input.ShouldBe(UserToolConfirmation.AllowUse("sevt_2"));
        asked.ShouldBe(["""{"command":"ls","Command":"\ud800"}"""]);
    }

    [Fact]
    public async Task The_approver_and_the_function_get_the_same_input_and_only_a_valid_one()
    {
        var seen = new List<string>();
        var approver = ToolApprover.From(call => { seen.Add(call.Input.GetRawText()); return ToolApprovalDecision.Allow; });
        var function = new EchoFunction(System.Text.Json.JsonElement.Parse(Deploy));
        using var executor = new ToolExecutor(new ToolOptions { Tools = [new ApprovalRequiredAIFunction(function)], Approver = approver });

        var refused = await executor.ExecuteAsync(TestTools.Call("echo", """{"service":"shop","SERVICE":"production"}""", "sevt_1"));
        var allowed = await executor.ExecuteAsync(TestTools.Call("echo", """{"order":"{\"service\":\"shop\"}"}""", "sevt_2"));

        refused.Result().IsError.ShouldBe(true);
        allowed.Result().Content.JoinText().ShouldBe("""{"order":{"service":"shop"}}""");
        seen.ShouldBe(["""{"order":{"service":"shop"}}"""]);
    }
}
