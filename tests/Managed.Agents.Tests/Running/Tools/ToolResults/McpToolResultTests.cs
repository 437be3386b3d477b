using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.ToolResults;

/// <summary>JSON that is, or looks like, the result of an MCP tool.</summary>
public sealed class McpToolResultTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    /// <summary>An object with fields that no MCP result has belongs to the tool and is not interpreted.</summary>
    [Theory]
    [InlineData("""{"title":"Prices","content":[{"type":"text","text":"one"}],"total":7,"next":"p2"}""")]
    [InlineData("""{"content":[{"type":"text","text":"one"}],"next":null}""")]
    [InlineData("""{"Content":[{"type":"text","text":"one"}]}""")]
    [InlineData("""{"content":[],"isError":true,"code":5}""")]
    [InlineData("""{"content":"one"}""")]
    [InlineData("""{"content":["one"]}""")]
    [InlineData("""{"content":[{"text":"one"}]}""")]
    [InlineData("""{"content":[{"type":"text","text":"one"},5]}""")]
    [InlineData("""{"content":[{"type":1}]}""")]
    [InlineData("""{"content":[{"type":"text","text":"one"}],"isError":"no"}""")]
    [InlineData("""{"structuredContent":{"a":1}}""")]
    [InlineData("""{"isError":true}""")]
    [InlineData("""{}""")]
    [InlineData("""[{"content":[]}]""")]
    public void The_object_of_a_tool_reaches_the_agent_as_it_is(string json)
    {
        var result = ToolResult.FromObject(JsonElement.Parse(json));

        result.Content.ShouldBe([json]);
        result.IsError.ShouldBeFalse();
    }

    public static TheoryData<string, SessionContentBlock[]> Results { get; } = new()
    {
        { """{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}""", ["a", "b"] },
        { """{"content":[{"type":"text","text":"a"}],"_meta":{"x":1},"isError":null}""", ["a"] },
        { """{"content":[{"type":"text","text":"2 rows"}],"structuredContent":{"id":42,"rows":[1,2]}}""", ["2 rows", """{"id":42,"rows":[1,2]}"""] },
        { """{"content":[],"structuredContent":{"id":42}}""", ["""{"id":42}"""] },
        { """{"content":[{"type":"text","text":"x"}],"structuredContent":null}""", ["x"] },
        { """{"content":[{"type":"text","text":"{ \"b\": [1.0], \"a\": 1 }"}],"structuredContent":{"a":1,"b":[1]}}""", ["""{ "b": [1.0], "a": 1 }"""] },
        { """{"content":[{"type":"text","text":"{\"a\":2}"}],"structuredContent":{"a":1}}""", ["""{"a":2}""", """{"a":1}"""] },
        { """{"content":[{"type":"text","text":"5"}],"structuredContent":5}""", ["5"] },
        { """{"content":[{"type":"image","data":"AQID","mimeType":"image/png"}]}""", [ImageBlock.FromBytes(Bytes, "image/png")] },
        { """{"content":[{"type":"image","data":"AQID","mimeType":"image/jpg"}]}""", [ImageBlock.FromBytes(Bytes, "image/jpeg")] },
        { """{"content":[{"type":"image","data":"AQ\nID","mimeType":"IMAGE/WEBP; q=1"}]}""", [ImageBlock.FromBytes(Bytes, "image/webp")] },
        { """{"content":[{"type":"image","data":"AQID","mimeType":"image/tiff"}]}""", ["[image/tiff, 3 bytes. This content cannot be shown.]"] },
        { """{"content":[{"type":"image","data":"AQID"}]}""", ["[application/octet-stream, 3 bytes. This content cannot be shown.]"] },
        { """{"content":[{"type":"image","data":"not base64!","mimeType":"image/png"}]}""", ["[image/png, not valid Base64. This content cannot be shown.]"] },
        { """{"content":[{"type":"image","data":"AQI","mimeType":"image/png"}]}""", ["[image/png, not valid Base64. This content cannot be shown.]"] },
        { """{"content":[{"type":"image","data":"","mimeType":"image/png"}]}""", ["[image/png, 0 bytes. This content cannot be shown.]"] },
        { """{"content":[{"type":"image","data":"PHN2Zy8+","mimeType":"image/svg+xml"}]}""", ["<svg/>"] },
        { """{"content":[{"type":"audio","data":"AQ==","mimeType":"audio/wav"}]}""", ["[audio/wav, 1 byte. This content cannot be shown.]"] },
        { """{"content":[{"type":"resource_link","uri":"file:///x","name":"x"}]}""", ["file:///x"] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","text":"why"}}]}""", [DocumentBlock.FromPlainText("why") with { Title = "file:///y" }] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","text":""}}]}""", ["[file:///y: empty]"] },
        { """{"content":[{"type":"resource","resource":{"text":"why"}}]}""", ["why"] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","blob":"AQID","mimeType":"image/gif"}}]}""", [ImageBlock.FromBytes(Bytes, "image/gif")] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","blob":"AQID","mimeType":"application/pdf"}}]}""", [DocumentBlock.FromBytes(Bytes, "application/pdf") with { Title = "file:///y" }] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","blob":"eyJhIjoxfQ==","mimeType":"application/json"}}]}""", [DocumentBlock.FromPlainText("""{"a":1}""") with { Title = "file:///y" }] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","blob":"AQID"}}]}""", ["[file:///y: application/octet-stream, 3 bytes. This content cannot be shown.]"] },
        { """{"content":[{"type":"resource","resource":{"uri":"file:///y","blob":"*"}}]}""", ["[file:///y: application/octet-stream, not valid Base64. This content cannot be shown.]"] },
        { """{"content":[{"type":"poem","lines":3}]}""", ["""{"type":"poem","lines":3}"""] },
        { """{"content":[{"type":"text"},{"type":"text","text":"b"}]}""", ["""{"type":"text"}""", "b"] },
        { """{"content":[{"type":"resource","resource":5}]}""", ["""{"type":"resource","resource":5}"""] },
        { """{"content":[{"type":"resource"},{"type":"image"},{"type":"resource_link"}]}""", ["""{"type":"resource"}""", """{"type":"image"}""", """{"type":"resource_link"}"""] },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Every_block_of_an_MCP_result_reaches_the_agent(string json, SessionContentBlock[] content)
    {
        var result = ToolResult.FromObject(JsonElement.Parse(json));

        result.Content.ShouldBe(content);
        result.IsError.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"content":[{"type":"poem","lines":3}],"isError":true}""", """{"type":"poem","lines":3}""")]
    [InlineData("""{"isError":true,"content":[{"type":"text","text":"no"}],"structuredContent":{"code":5},"_meta":null}""", """no{"code":5}""")]
    public void The_error_flag_is_kept_whatever_the_blocks_are(string json, string text)
    {
        var result = ToolResult.FromObject(JsonElement.Parse(json));

        result.IsError.ShouldBeTrue();
        result.Text.ShouldBe(text);
    }
}
