using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools;

public sealed class ToolResultContentTests
{
    private static readonly ImageBlock Image = ImageBlock.FromFile("file_1");

    [Fact]
    public void Content_is_given_block_by_block_as_an_array_or_as_a_list()
    {
        SessionContentBlock[] array = ["Look:", Image];
        List<SessionContentBlock> list = ["Look:", Image];

        ToolResult.FromContent("Look:", Image).Content.ShouldBe(["Look:", Image]);
        ToolResult.FromContent(array).Content.ShouldBe(["Look:", Image]);
        ToolResult.FromContent(list).Content.ShouldBe(["Look:", Image]);
        ToolResult.FromContent().Content.ShouldBeEmpty();
        ToolResult.FromContent(list).IsError.ShouldBeFalse();
        ((ToolResult)Image).Content.ShouldBe([Image]);

        array[0] = "changed";
        list.Clear();
        ToolResult.FromContent("Look:", Image).ShouldBe(ToolResult.FromContent(["Look:", Image]));
    }

    [Fact]
    public void A_list_that_changes_later_does_not_change_the_result()
    {
        List<SessionContentBlock> list = ["one"];
        var result = ToolResult.FromContent(list);
        list.Clear();

        result.Text.ShouldBe("one");
    }
}
