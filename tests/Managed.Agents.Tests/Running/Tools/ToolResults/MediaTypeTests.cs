using System.Text;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.ToolResults;

/// <summary>How content of each media type is sent.</summary>
public sealed class MediaTypeTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    [Theory]
    [InlineData("image/jpeg", "image/jpeg")]
    [InlineData("image/png", "image/png")]
    [InlineData("image/gif", "image/gif")]
    [InlineData("image/webp", "image/webp")]
    [InlineData("IMAGE/PNG", "image/png")]
    [InlineData("image/jpg", "image/jpeg")]
    [InlineData("image/pjpeg", "image/jpeg")]
    [InlineData("image/x-png", "image/png")]
    public void A_picture_is_an_image(string mediaType, string sent) =>
        ToolResult.FromObject(new DataContent(Bytes, mediaType)).Content.ShouldBe([ImageBlock.FromBytes(Bytes, sent)]);

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/x-pdf")]
    public void A_PDF_file_is_a_document(string mediaType) =>
        ToolResult.FromObject(new DataContent(Bytes, mediaType) { Name = "a.pdf" }).Content.ShouldBe([DocumentBlock.FromBytes(Bytes, "application/pdf") with { Title = "a.pdf" }]);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/csv")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/x-anything")]
    [InlineData("application/csv")]
    [InlineData("application/ecmascript")]
    [InlineData("application/graphql")]
    [InlineData("application/javascript")]
    [InlineData("application/json")]
    [InlineData("application/JSON; charset=\"utf-8\"")]
    [InlineData("application/jsonl")]
    [InlineData("application/problem+json")]
    [InlineData("application/sql")]
    [InlineData("application/toml")]
    [InlineData("application/x-javascript")]
    [InlineData("application/x-ndjson")]
    [InlineData("application/x-sh")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-yaml")]
    [InlineData("application/xml")]
    [InlineData("application/yaml")]
    [InlineData("application/openapi+yaml")]
    [InlineData("application/atom+xml")]
    [InlineData("image/svg+xml")]
    public void A_text_type_is_text(string mediaType) =>
        ToolResult.FromObject(new DataContent("né"u8.ToArray(), mediaType) { Name = "a" }).Content.ShouldBe(["né"]);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public void Text_is_read_in_its_encoding(string charset) =>
        ToolResult.FromObject(new DataContent(Encoding.GetEncoding(charset).GetBytes("né"), $"text/plain; charset={charset}")).Content.ShouldBe(["né"]);

    [Fact]
    public void An_unknown_encoding_is_read_as_UTF_8_and_a_byte_order_mark_is_removed()
    {
        ToolResult.FromObject(new DataContent("né"u8.ToArray(), "text/plain; charset=klingon")).Content.ShouldBe(["né"]);
        ToolResult.FromObject(new DataContent("\uFEFFné"u8.ToArray(), "text/plain")).Content.ShouldBe(["né"]);
        ToolResult.FromObject(new DataContent(Encoding.Unicode.GetBytes("\uFEFFné"), "text/plain")).Content.ShouldBe(["né"]);
        ToolResult.FromObject(new DataContent(new byte[] { 0x61, 0xFF }, "text/plain")).Content.ShouldBe(["a\uFFFD"]);
    }

    [Theory]
    [InlineData("image/tiff", null, "[image/tiff, 3 bytes. This content cannot be shown.]")]
    [InlineData("image/bmp", "a.bmp", "[a.bmp: image/bmp, 3 bytes. This content cannot be shown.]")]
    [InlineData("application/zip", null, "[application/zip, 3 bytes. This content cannot be shown.]")]
    [InlineData("audio/wav", null, "[audio/wav, 3 bytes. This content cannot be shown.]")]
    [InlineData("video/mp4", null, "[video/mp4, 3 bytes. This content cannot be shown.]")]
    public void Other_content_is_described(string mediaType, string? name, string text) =>
        ToolResult.FromObject(new DataContent(Bytes, mediaType) { Name = name }).Content.ShouldBe([text]);

    [Fact]
    public void Content_without_bytes_is_described()
    {
        ToolResult.FromObject(new DataContent(ReadOnlyMemory<byte>.Empty, "image/png")).Content.ShouldBe(["[image/png, 0 bytes. This content cannot be shown.]"]);
        ToolResult.FromObject(new DataContent(ReadOnlyMemory<byte>.Empty, "application/pdf")).Content.ShouldBe(["[application/pdf, 0 bytes. This content cannot be shown.]"]);
    }

    public static TheoryData<string, string, SessionContentBlock> Addresses { get; } = new()
    {
        { "https://example.com/a.png", "image/png", ImageBlock.FromUrl("https://example.com/a.png") },
        { "http://example.com/a.jpg", "image/jpg", ImageBlock.FromUrl("http://example.com/a.jpg") },
        { "https://example.com/a.pdf", "application/pdf", DocumentBlock.FromUrl("https://example.com/a.pdf") },
        { "https://example.com/a.tiff", "image/tiff", "https://example.com/a.tiff" },
        { "https://example.com/a.csv", "text/csv", "https://example.com/a.csv" },
        { "file:///a.png", "image/png", "file:///a.png" },
        { "file:///a.pdf", "application/pdf", "file:///a.pdf" },
        { "data:image/png;base64,AQID", "image/png", ImageBlock.FromBytes(Bytes, "image/png") },
        { "data:image/png;base64,A_ID", "image/png", "[image/png, not valid Base64. This content cannot be shown.]" },
        { "data:text/plain,a%20b", "text/plain", "a b" },
        { "data:IMAGE/png;BASE64,AQID", "image/png", ImageBlock.FromBytes(Bytes, "image/png") },
        { "data:nothing", "image/png", "data:nothing" },
        { "https://example.com/a", "image/*", ImageBlock.FromUrl("https://example.com/a") },
        { "file:///a", "image/*", "file:///a" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_is_sent_as_what_the_service_can_fetch_there(string uri, string mediaType, SessionContentBlock block) =>
        ToolResult.FromObject(new UriContent(uri, mediaType)).Content.ShouldBe([block]);
}
