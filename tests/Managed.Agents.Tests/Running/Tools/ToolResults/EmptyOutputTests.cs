using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;
using AIText = Microsoft.Extensions.AI.TextContent;

namespace Managed.Agents.Tests.Running.Tools.ToolResults;

/// <summary>Tools that have nothing to say, and failures without a message.</summary>
public sealed class EmptyOutputTests : EmulatorTest
{
    private const string NoMessage = "The tool failed without a message.";

    private static readonly SearchResultBlock Found = new() { Source = "https://example.com", Title = "t", Content = ["c", ""] };

    public static TheoryData<string, object?> Empty { get; } = new()
    {
        { "null", null },
        { "text", "" },
        { "AI text", new AIText("") },
        { "AI text without text", new AIText(null) },
        { "AI texts", new AIContent[] { new AIText(""), new AIText("") } },
        { "no AI content", Array.Empty<AIContent>() },
        { "block", new TextBlock("") },
        { "blocks", new SessionContentBlock[] { "", "" } },
        { "no blocks", Array.Empty<SessionContentBlock>() },
        { "result", ToolResult.FromText("") },
        { "result of content", ToolResult.FromContent("", "") },
        { "result without content", new ToolResult() },
        { "JSON string", JsonElement.Parse("\"\"") },
        { "JSON null", JsonElement.Parse("null") },
        { "JSON undefined", default(JsonElement) },
        { "JSON document", JsonDocument.Parse("\"\"") },
        { "JSON node", JsonNode.Parse("\"\"") },
        { "MCP text", JsonElement.Parse("""{"content":[{"type":"text","text":""}]}""") },
        { "no MCP content", JsonElement.Parse("""{"content":[]}""") },
        { "MCP text as a node", JsonNode.Parse("""{"content":[{"type":"text","text":""}],"isError":false}""") },
        { "bytes of text", new DataContent(ReadOnlyMemory<byte>.Empty, "text/csv") },
    };

    public static TheoryData<string, Func<object?>> Wordless { get; } = new()
    {
        { "exception", static () => throw new ToolException("") },
        { "exception of spaces", static () => throw new ToolException(" \n") },
        { "AI error", static () => new ErrorContent("") },
        { "error", static () => ToolResult.Error("") },
        { "error without content", static () => new ToolResult { IsError = true } },
        { "MCP error", static () => JsonElement.Parse("""{"content":[],"isError":true}""") },
        { "MCP error with empty text", static () => JsonElement.Parse("""{"content":[{"type":"text","text":""}],"isError":true}""") },
    };

    [Theory]
    [MemberData(nameof(Empty))]
    public void Empty_output_is_a_success_without_content(string name, object? value)
    {
        var result = ToolResult.FromObject(value);

        result.Content.ShouldBeEmpty(name);
        result.IsError.ShouldBeFalse();
        Json(result.ToInput(TestTools.Call("x"))).ShouldBe("""{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1"}""");
        Json(result.ToInput(TestTools.Call("bash", kind: ToolCallKind.BuiltIn)))
            .ShouldBe("""{"type":"user.tool_result","tool_use_id":"sevt_1","content":[{"type":"text","text":"(no output)"}]}""");
    }

    [Theory]
    [MemberData(nameof(Wordless))]
    public async Task An_error_without_words_gets_a_sentence(string name, Func<object?> run)
    {
        using var executor = new ToolExecutor(new ToolOptions { Tools = [TestTools.Of("x", run)], BuiltInTools = [TestTools.Of("bash", run)] });

        (await executor.ExecuteAsync(TestTools.Call("x"))).Input.ShouldBe(UserCustomToolResult.Error("sevt_1", NoMessage), name);
        (await executor.ExecuteAsync(TestTools.Call("bash", id: "sevt_2", kind: ToolCallKind.BuiltIn, permission: EvaluatedPermission.Allow)))
            .Input.ShouldBe(UserToolResult.Error("sevt_2", NoMessage), name);
    }

    [Fact]
    public void Only_the_empty_texts_are_removed()
    {
        ToolResult.FromContent("a", "").Content.ShouldBe(["a"]);
        ToolResult.FromContent(" ", "b").Content.ShouldBe([" ", "b"]);
        ToolResult.FromObject(new AIContent[] { new AIText(""), new AIText("a") }).Content.ShouldBe(["a"]);
        ToolResult.FromContent(Found).Content.ShouldBe([Found with { Content = ["c"] }]);
        ToolResult.FromObject(JsonElement.Parse("""["a",""]""")).Content.ShouldBe(["""["a",""]"""]);
        (ToolResult.Error("") with { Content = [ImageBlock.FromFile("file_1")] }).ToInput(TestTools.Call("x"))
            .ShouldBe(new UserCustomToolResult("sevt_1", ImageBlock.FromFile("file_1")) { IsError = true });
        ToolResult.Error("no").ToInput(TestTools.Call("bash", kind: ToolCallKind.BuiltIn)).ShouldBe(UserToolResult.Error("sevt_1", "no"));
    }

    public static TheoryData<string, AIFunction> Quiet { get; } = new()
    {
        { "text", AIFunctionFactory.Create(static () => "", "quiet", "Makes a folder.") },
        { "void", AIFunctionFactory.Create(static () => { }, "quiet", "Makes a folder.") },
        { "task", AIFunctionFactory.Create(static () => Task.CompletedTask, "quiet", "Makes a folder.") },
        { "null", AIFunctionFactory.Create(static () => (string?)null, "quiet", "Makes a folder.") },
        { "AI text", AIFunctionFactory.Create(static () => new AIText(""), "quiet", "Makes a folder.") },
    };

    [Theory]
    [MemberData(nameof(Quiet))]
    public async Task The_service_accepts_the_result_of_a_quiet_tool_at_the_first_attempt(string name, AIFunction quiet)
    {
        Emulator.OnAnyUserMessage().CallCustomTool("quiet", "{}").Reply(static turn => $"got[{turn.LastResultText}]");
        var session = await CreateSessionAsync(quiet.ToCustomTool());

        var result = await Client.Sessions.RunAsync(session.Id, "go", new TurnOptions { Tools = [quiet] });

        result.Text.ShouldBe("got[]", name);
        var events = await AllAsync(Client.Sessions.Events.ListAsync(session.Id));
        var stored = events.OfType<UserCustomToolResultEvent>().ShouldHaveSingleItem();
        stored.Content.ShouldBeEmpty();
        stored.IsError.ShouldNotBe(true);
    }

    [Fact]
    public async Task A_message_without_text_is_refused_by_the_service()
    {
        var session = await CreateSessionAsync();

        var error = await FailsAsync(System.Net.HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.Events.SendAsync(session.Id, new UserMessage("")));

        error.Message.ShouldContain("events[0].content[0].text: minimum string length is 1");
    }

    private static string Json(SessionInput input) => JsonSerializer.Serialize(input, ManagedAgentsJson.Options);
}
