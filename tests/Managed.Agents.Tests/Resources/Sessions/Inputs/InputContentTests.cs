using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Inputs;

/// <summary>The content of inputs, passed as text, as single blocks, as an array or as a list.</summary>
public sealed class InputContentTests
{
    private const string Blocks = """[{"type":"text","text":"Look:"},{"type":"image","source":{"type":"file","file_id":"file_1"}}]""";

    private static readonly ImageBlock Image = ImageBlock.FromFile("file_1");

    [Fact]
    public void A_user_message_accepts_text_blocks_an_array_or_a_list()
    {
        SessionContentBlock[] array = ["Look:", Image];
        List<SessionContentBlock> list = ["Look:", Image];
        const string Json = $$"""{"type":"user.message","content":{{Blocks}}}""";

        ShouldBeSent(new UserMessage("Look:", Image), Json);
        ShouldBeSent(new UserMessage(array), Json);
        ShouldBeSent(new UserMessage(list), Json);
        ShouldBeSent(new UserMessage(Image), """{"type":"user.message","content":[{"type":"image","source":{"type":"file","file_id":"file_1"}}]}""");
        ShouldBeSent(new UserMessage("Hello"), """{"type":"user.message","content":[{"type":"text","text":"Hello"}]}""");
        ShouldBeSent((UserMessage)"Hello", """{"type":"user.message","content":[{"type":"text","text":"Hello"}]}""");
    }

    [Fact]
    public void A_tool_result_accepts_text_blocks_an_array_a_list_or_no_content()
    {
        SessionContentBlock[] array = ["Look:", Image];
        List<SessionContentBlock> list = ["Look:", Image];
        const string Json = $$"""{"type":"user.tool_result","tool_use_id":"sevt_1","content":{{Blocks}}}""";

        ShouldBeSent(new UserToolResult("sevt_1", "Look:", Image), Json);
        ShouldBeSent(new UserToolResult("sevt_1", array), Json);
        ShouldBeSent(new UserToolResult("sevt_1", list), Json);
        ShouldBeSent(new UserToolResult("sevt_1"), """{"type":"user.tool_result","tool_use_id":"sevt_1"}""");
        ShouldBeSent(new UserToolResult("sevt_1", "done"), """{"type":"user.tool_result","tool_use_id":"sevt_1","content":[{"type":"text","text":"done"}]}""");
        ShouldBeSent(
            UserToolResult.Error("sevt_1", "failed"),
            """{"type":"user.tool_result","tool_use_id":"sevt_1","content":[{"type":"text","text":"failed"}],"is_error":true}""");
        Should.Throw<ArgumentNullException>(() => new UserToolResult(null!, list)).ParamName.ShouldBe("toolUseId");
        Should.Throw<ArgumentNullException>(() => new UserToolResult(null!, array)).ParamName.ShouldBe("toolUseId");
    }

    [Fact]
    public void A_custom_tool_result_accepts_text_blocks_an_array_a_list_or_no_content()
    {
        SessionContentBlock[] array = ["Look:", Image];
        List<SessionContentBlock> list = ["Look:", Image];
        const string Json = $$"""{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","content":{{Blocks}}}""";

        ShouldBeSent(new UserCustomToolResult("sevt_1", "Look:", Image), Json);
        ShouldBeSent(new UserCustomToolResult("sevt_1", array), Json);
        ShouldBeSent(new UserCustomToolResult("sevt_1", list), Json);
        ShouldBeSent(new UserCustomToolResult("sevt_1"), """{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1"}""");
        ShouldBeSent(new UserCustomToolResult("sevt_1", "done"), """{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","content":[{"type":"text","text":"done"}]}""");
        ShouldBeSent(
            UserCustomToolResult.Error("sevt_1", "failed"),
            """{"type":"user.custom_tool_result","custom_tool_use_id":"sevt_1","content":[{"type":"text","text":"failed"}],"is_error":true}""");
        Should.Throw<ArgumentNullException>(() => new UserCustomToolResult(null!, list)).ParamName.ShouldBe("customToolUseId");
    }

    [Fact]
    public void An_array_that_changes_later_does_not_change_the_input()
    {
        SessionContentBlock[] array = ["one"];
        var message = new UserMessage(array);
        array[0] = "two";

        message.ShouldBe(new UserMessage("one"));
    }

    private static void ShouldBeSent(SessionInput input, string json) => JsonSerializer.Serialize(input, ManagedAgentsJson.Options).ShouldBe(json);
}
