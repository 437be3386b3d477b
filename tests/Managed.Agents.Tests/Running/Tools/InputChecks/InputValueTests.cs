using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.InputChecks;

/// <summary>What the values of an input must be.</summary>
public sealed class InputValueTests : InputCheckTestBase
{
    private const string Order = """
        {"type":"object","required":["orderId","amount"],"properties":{
          "orderId":{"type":"string"},"amount":{"type":"integer"},"note":{"type":["string","null"]},"price":{"type":"number"},"fast":{"type":"boolean","default":true},
          "color":{"enum":["red","green"]},"mode":{"const":"safe"},"level":{"type":"integer","enum":[1,2]},
          "address":{"type":"object","required":["city"],"properties":{"city":{"type":"string"},"floors":{"type":"array","items":{"type":"integer"}}}},
          "tags":{"type":"array","items":{"type":"string"}},"limits":{"type":"object","additionalProperties":{"type":"integer"}},"any":true,"never":false,
          "comment":{"type":"string","nullable":true},"until":{"type":"string","default":null},"mixed":{"type":["integer","boolean"]}}}
        """;

    [Theory]
    [InlineData("{}", "$.orderId is required; $.amount is required")]
    [InlineData("""{"amount":5}""", "$.orderId is required")]
    [InlineData("""{"orderId":null,"amount":5}""", "$.orderId must be a string")]
    [InlineData("""{"order_id":"o1","amount":5}""", "$.orderId is required, and $.order_id is not declared")]
    [InlineData("""{"orderID":"o1","amount":5}""", "$.orderID is not declared, and differs from \"orderId\" only in case")]
    [InlineData("""{"ordrId":"o1","amount":5}""", "$.orderId is required, and $.ordrId is not declared")]
    [InlineData("""{"nothing":"o1","amount":5}""", "$.orderId is required")]
    [InlineData("""{"ordxxId":"o1","amount":5}""", "$.orderId is required")]
    [InlineData("""{"order-id":"o1","Order_Id":"o2","amount":5}""", "$.orderId is required, and $.order-id is not declared")]
    [InlineData("""{"orderId":7,"amount":5}""", "$.orderId must be a string")]
    [InlineData("""{"orderId":"o1","amount":"5"}""", "$.amount must be an integer")]
    [InlineData("""{"orderId":"o1","amount":3.5}""", "$.amount must be an integer")]
    [InlineData("""{"orderId":"o1","amount":true}""", "$.amount must be an integer")]
    [InlineData("""{"orderId":"o1","amount":1e400}""", "$.amount must be an integer")]
    [InlineData("""{"orderId":"o1","amount":5,"price":"2"}""", "$.price must be a number")]
    [InlineData("""{"orderId":"o1","amount":5,"price":null}""", "$.price must be a number")]
    [InlineData("""{"orderId":"o1","amount":5,"fast":"true"}""", "$.fast must be a boolean")]
    [InlineData("""{"orderId":"o1","amount":5,"fast":null}""", "$.fast must be a boolean")]
    [InlineData("""{"orderId":"o1","amount":5,"note":1}""", "$.note must be a string or null")]
    [InlineData("""{"orderId":"o1","amount":5,"mixed":"x"}""", "$.mixed must be an integer or a boolean")]
    [InlineData("""{"orderId":"o1","amount":5,"color":"blue"}""", "$.color must be \"red\" or \"green\"")]
    [InlineData("""{"orderId":"o1","amount":5,"mode":"fast"}""", "$.mode must be \"safe\"")]
    [InlineData("""{"orderId":"o1","amount":5,"level":3}""", "$.level must be 1 or 2")]
    [InlineData("""{"orderId":"o1","amount":5,"never":1}""", "$.never is not allowed")]
    [InlineData("""{"orderId":"o1","amount":5,"address":{}}""", "$.address.city is required")]
    [InlineData("""{"orderId":"o1","amount":5,"address":[]}""", "$.address must be an object")]
    [InlineData("""{"orderId":"o1","amount":5,"address":{"city":"x","floors":[1,"2"]}}""", "$.address.floors[1] must be an integer")]
    [InlineData("""{"orderId":"o1","amount":5,"tags":"a"}""", "$.tags must be an array")]
    [InlineData("""{"orderId":"o1","amount":5,"tags":{"a":1}}""", "$.tags must be an array")]
    [InlineData("""{"orderId":"o1","amount":5,"limits":{"a b":"x"}}""", "$.limits['a b'] must be an integer")]
    [InlineData("""{"orderId":1,"amount":"x","note":2,"price":"y","fast":0,"color":3,"mode":4}""", "$.orderId must be a string; $.amount must be an integer; $.note must be a string or null; $.price must be a number; $.fast must be a boolean; and 2 more")]
    [InlineData("[]", "$ must be an object")]
    [InlineData("\"text\"", "$ must be an object")]
    public async Task A_mismatch_names_the_argument_and_the_expectation(string input, string problem) =>
        (await RefusedAsync(Order, input)).ShouldBe($"{Prefix}{problem}.");

    [Theory]
    [InlineData("""{"orderId":"o1","amount":5}""")]
    [InlineData("""{"orderId":"","amount":-5,"note":null,"price":2.5,"fast":false,"color":"red","mode":"safe","level":2}""")]
    [InlineData("""{"orderId":"o1","amount":5,"address":{"city":"x","floors":[]},"tags":[],"limits":{"a":1,"A":2}}""")]
    [InlineData("""{"orderId":"o1","amount":5,"any":{"x":[null,3.0,"{}"]},"undeclared":{"y":3.0}}""")]
    [InlineData("""{"orderId":"{\"a\":1}","amount":5,"note":"[]"}""")]
    [InlineData("""{"orderId":"o1","amount":5,"price":3.0}""")]
    [InlineData("""{"orderId":"o1","amount":123456789012345678901234567890}""")]
    [InlineData("""{"orderId":"o1","amount":5,"comment":null,"until":null}""")]
    public async Task A_valid_input_reaches_the_function_as_it_was_sent(string input) => (await AcceptedAsync(Order, input)).ShouldBe(input);

    [Theory]
    [InlineData("""{"orderId":"o1","amount":3.0}""", """{"orderId":"o1","amount":3}""")]
    [InlineData("""{"orderId":"o1","amount":-1.20e2,"price":1.50}""", """{"orderId":"o1","amount":-120,"price":1.50}""")]
    [InlineData("""{"orderId":"o1","amount":0.00e-7}""", """{"orderId":"o1","amount":0}""")]
    [InlineData("""{"orderId":"o1","amount":-0.0}""", """{"orderId":"o1","amount":0}""")]
    [InlineData("""{"orderId":"o1","amount":1E+3}""", """{"orderId":"o1","amount":1000}""")]
    [InlineData("""{"orderId":"o1","amount":20e-1}""", """{"orderId":"o1","amount":2}""")]
    [InlineData("""{"orderId":"o1","amount":0.5e1}""", """{"orderId":"o1","amount":5}""")]
    [InlineData("""{"orderId":"o1","amount":5,"level":2.0}""", """{"orderId":"o1","amount":5,"level":2}""")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":\"x\"}"}""", """{"orderId":"o1","amount":5,"address":{"city":"x"}}""")]
    [InlineData("""{"orderId":"o1","amount":5,"address":" {\"city\":\"x\",\"floors\":\"[1.0, 2]\"} "}""", """{"orderId":"o1","amount":5,"address":{"city":"x","floors":[1,2]}}""")]
    [InlineData("""{"orderId":"o1","amount":5,"tags":"[\"a\"]"}""", """{"orderId":"o1","amount":5,"tags":["a"]}""")]
    [InlineData("\"{\\\"orderId\\\":\\\"o1\\\",\\\"amount\\\":5}\"", """{"orderId":"o1","amount":5}""")]
    [InlineData("""{"orderId":"\u00e9","amount":5.0,"any":"\u00e9"}""", """{"orderId":"\u00e9","amount":5,"any":"\u00e9"}""")]
    [InlineData("null", "{}")]
    public async Task A_value_in_another_form_is_replaced(string input, string expected) =>
        (await AcceptedAsync(input == "null" ? """{"type":"object","properties":{}}""" : Order, input)).ShouldBe(expected);

    [Theory]
    [InlineData("""{"orderId":"o1","amount":5,"address":"Paris"}""", "$.address must be an object")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":\"x\"} and more"}""", "$.address must be an object")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":"}""", "$.address must be an object")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"[1]"}""", "$.address must be an object")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{}"}""", "$.address.city is required")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":1}"}""", "$.address.city must be a string")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":\"x\",\"city\":\"y\"}"}""", "$.address.city occurs more than once")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":\"x\",\"City\":\"y\"}"}""", "$.address.City is not declared, and differs from \"city\" only in case")]
    [InlineData("""{"orderId":"o1","amount":5,"address":"{\"city\":\"x\",\"z\":\"\\ud800\"}"}""", "$.address.z is not valid Unicode text")]
    [InlineData("""{"orderId":"o1","amount":5,"tags":"[1]"}""", "$.tags[0] must be a string")]
    public async Task A_string_is_replaced_only_by_content_that_fits(string input, string problem) =>
        (await RefusedAsync(Order, input)).ShouldBe($"{Prefix}{problem}.");

    [Theory]
    [InlineData("""{"a":1,"b":2}""", "$.b is not declared")]
    [InlineData("""{"a":1,"nots":"x"}""", "$.nots is not declared; the similar name \"note\" is")]
    [InlineData("""{"a":1,"note":"x","nots":"x"}""", "$.nots is not declared")]
    [InlineData("""{"aa":1}""", "$.a is required; $.aa is not declared")]
    public async Task Undeclared_properties_are_refused_if_the_schema_forbids_them(string input, string problem) =>
        (await RefusedAsync("""{"type":"object","required":["a"],"additionalProperties":false,"properties":{"a":{"type":"integer"},"note":{"type":"string"}}}""", input))
            .ShouldBe($"{Prefix}{problem}.");

    [Fact]
    public async Task A_misspelt_name_of_a_required_property_is_one_problem() =>
        (await RefusedAsync("""{"type":"object","required":["count"],"additionalProperties":false,"properties":{"count":{"type":"integer"}}}""", """{"cuont":1}"""))
            .ShouldBe($"{Prefix}$.count is required; $.cuont is not declared.");

    [Fact]
    public async Task No_value_is_repeated_to_the_agent()
    {
        var problem = await RefusedAsync(Order, """{"orderId":4711,"amount":"hunter2","color":"hunter2","mode":"hunter2","address":"hunter2","tags":["x",{"y":"hunter2"}],"limits":{"k":"hunter2"}}""");

        problem.ShouldNotContain("hunter2");
        problem.ShouldNotContain("4711");
    }

    [Fact]
    public async Task A_long_list_of_values_is_not_repeated_to_the_agent() =>
        (await RefusedAsync("""{"type":"object","properties":{"n":{"enum":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]}}}""", """{"n":0}"""))
            .ShouldBe($"{Prefix}$.n must be one of the values that the schema lists.");
}
