using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.ToolResults;

public sealed class ToolResultTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    public static TheoryData<string, object?, SessionContentBlock[]> Values { get; } = new()
    {
        { "null", null, [] },
        { "text", "hi", ["hi"] },
        { "number", 1.5, ["1.5"] },
        { "truth", true, ["true"] },
        { "time", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), ["01/02/2026 03:04:05 +00:00"] },
        { "block", ImageBlock.FromFile("file_1"), [ImageBlock.FromFile("file_1")] },
        { "blocks", new SessionContentBlock[] { "a", Search }, ["a", Search] },
        { "AI text", new Microsoft.Extensions.AI.TextContent("a"), ["a"] },
        { "AI contents", new AIContent[] { new Microsoft.Extensions.AI.TextContent("a"), new DataContent(Bytes, "image/png") }, ["a", ImageBlock.FromBytes(Bytes, "image/png")] },
        { "JSON text", JsonElement.Parse("\"hi\""), ["hi"] },
        { "JSON null", JsonElement.Parse("null"), [] },
        { "JSON object", JsonElement.Parse("""{"a":[]}"""), ["""{"a":[]}"""] },
        { "JSON node", JsonNode.Parse("[1]"), ["[1]"] },
        { "known object", new Order("pen"), ["""{"article":"pen","count":1,"address":null}"""] },
    };

    private static SearchResultBlock Search => new() { Source = "https://example.com", Title = "t", Content = ["c"] };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_return_value_is_converted_to_content(string name, object? value, SessionContentBlock[] content)
    {
        var result = ToolResult.FromObject(value, ToolTestJson.Default.Options);
        result.Content.ShouldBe(content, name);
        result.IsError.ShouldBeFalse();
    }

    [Fact]
    public void An_ErrorContent_is_an_error() => ToolResult.FromObject(new ErrorContent("no")).ShouldBe(ToolResult.Error("no"));

    [Fact]
    public void An_unsupported_type_is_named_in_the_exception() =>
        Should.Throw<NotSupportedException>(() => ToolResult.FromObject(new StringWriter(), ToolTestJson.Default.Options)).Message.ShouldContain("System.IO.StringWriter");

    [Fact]
    public void The_input_type_matches_the_kind_of_call()
    {
        ToolResult result = "done";
        result.ToInput(TestTools.Call("x")).ShouldBe(new UserCustomToolResult("sevt_1", "done"));
        ToolResult.Error("no").ToInput(TestTools.Call("bash", kind: ToolCallKind.BuiltIn)).ShouldBe(UserToolResult.Error("sevt_1", "no"));
        Should.Throw<ArgumentException>(() => result.ToInput(TestTools.Call("x", kind: ToolCallKind.Mcp)));
    }
}
