using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads the JSON result of an MCP tool. MCP client tools return JSON when the result cannot be represented as content of Microsoft.Extensions.AI.</summary>
internal static class McpToolResult
{
    /// <summary>Returns null if the JSON is not an MCP tool result.</summary>
    public static ToolResult? TryRead(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("content", out var content)
            || content.ValueKind != JsonValueKind.Array
            || content.GetArrayLength() == 0)
        {
            return null;
        }

        var blocks = new List<SessionContentBlock>();
        foreach (var item in content.EnumerateArray())
        {
            if (Block(item) is not { } block)
            {
                return null;
            }

            blocks.Add(block);
        }

        return new ToolResult { Content = blocks, IsError = json.TryGetProperty("isError", out var failed) && failed.ValueKind == JsonValueKind.True };
    }

    private static SessionContentBlock? Block(JsonElement item) => Text(item, "type") switch
    {
        "text" when Text(item, "text") is { } text => new TextBlock(text),
        "image" when Text(item, "data") is { } data && Text(item, "mimeType") is { } type => new ImageBlock(new Base64ImageSource { Data = data, MediaType = type }),
        "resource_link" when Text(item, "uri") is { } uri => new TextBlock(uri),
        "resource" when item.TryGetProperty("resource", out var resource) => Resource(resource),
        _ => null,
    };

    private static DocumentBlock? Resource(JsonElement resource) =>
        Text(resource, "text") is { } text ? DocumentBlock.FromPlainText(text) with { Title = Text(resource, "uri") }
        : Text(resource, "blob") is { } blob && Text(resource, "mimeType") is { } type ? new DocumentBlock(new Base64DocumentSource { Data = blob, MediaType = type }) { Title = Text(resource, "uri") }
        : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
