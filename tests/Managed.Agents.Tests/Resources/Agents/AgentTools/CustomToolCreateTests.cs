using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents.AgentTools;

public sealed class CustomToolCreateTests
{
    [Fact]
    public void A_schema_in_text_form_becomes_a_tool()
    {
        var tool = CustomTool.Create("weather", "Gets the weather.", """{ "type": "object", "properties": { "city": { "type": "string" } } }""");

        (tool.Name, tool.Description).ShouldBe(("weather", "Gets the weather."));
        JsonSerializer.Serialize<AgentTool>(tool, ManagedAgentsJson.Options)
            .ShouldBe("""{"type":"custom","name":"weather","description":"Gets the weather.","input_schema":{"type":"object","properties":{"city":{"type":"string"}}}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("schema")]
    public void Text_that_is_not_json_is_refused_with_the_reason(string schema)
    {
        var error = Should.Throw<ArgumentException>(() => CustomTool.Create("weather", "Gets the weather.", schema));

        error.ParamName.ShouldBe("schemaJson");
        error.InnerException.ShouldBeAssignableTo<JsonException>();
        error.Message.ShouldStartWith("The schema of the tool 'weather' is not valid JSON: ");
        error.Message.ShouldContain(error.InnerException!.Message);
    }

    [Theory]
    [InlineData("[]", "Array")]
    [InlineData("null", "Null")]
    [InlineData("true", "True")]
    [InlineData("\"object\"", "String")]
    public void Json_that_is_not_an_object_is_refused_and_the_message_shows_one(string schema, string kind)
    {
        var error = Should.Throw<ArgumentException>(() => CustomTool.Create("weather", "Gets the weather.", schema));

        error.ParamName.ShouldBe("schemaJson");
        error.Message.ShouldStartWith($"The schema of the tool 'weather' is a JSON {kind}: " + """it must be an object, for example {"type":"object","properties":{}}.""");
    }

    [Fact]
    public void Missing_arguments_are_refused()
    {
        Should.Throw<ArgumentException>(static () => CustomTool.Create("", "d", "{}")).ParamName.ShouldBe("name");
        Should.Throw<ArgumentNullException>(static () => CustomTool.Create(null!, "d", "{}")).ParamName.ShouldBe("name");
        Should.Throw<ArgumentNullException>(static () => CustomTool.Create("n", null!, "{}")).ParamName.ShouldBe("description");
        Should.Throw<ArgumentNullException>(static () => CustomTool.Create("n", "d", null!)).ParamName.ShouldBe("schemaJson");
    }
}
