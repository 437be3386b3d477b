using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads the JSON result of an MCP tool. MCP client tools return JSON when the result cannot be represented as content of Microsoft.Extensions.AI.</summary>
internal static class McpToolResult
{
    /// <summary>Returns null if the JSON is not an MCP tool result. An object with any other field belongs to the tool.</summary>
    public static ToolResult? TryRead(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || json.EnumerateObject().Any(static member => member.Name is not ("content" or "structuredContent" or "isError" or "_meta"))
            || IsError(json) is not { } isError
            || !json.TryGetProperty("content", out var content)
            || content.ValueKind != JsonValueKind.Array
            || content.EnumerateArray().Any(static item => Text(item, "type") is null))
        {
            return null;
        }

        var blocks = content.EnumerateArray().Select(Block).ToList();
        if (json.TryGetProperty("structuredContent", out var structured) && structured.ValueKind != JsonValueKind.Null && !blocks.Exists(block => IsSame(block, structured)))
        {
            blocks.Add(new TextBlock(structured.GetRawText()));
        }

        return new ToolResult { Content = blocks, IsError = isError };
    }

    /// <summary>Returns whether the call failed, or null if the field has another meaning.</summary>
    private static bool? IsError(JsonElement json) => !json.TryGetProperty("isError", out var failed) ? false : failed.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => null,
    };

    // Servers repeat the structured content as text, for clients that do not know it.
    private static bool IsSame(SessionContentBlock block, JsonElement structured) =>
        block is TextBlock { Text: var text }
        && (text == structured.GetRawText() || (InputJson.TryParse(text) is { } json && JsonElement.DeepEquals(json, structured)));

    private static SessionContentBlock Block(JsonElement item) => Text(item, "type") switch
    {
        "text" when Text(item, "text") is { } text => new TextBlock(text),
        "image" or "audio" when Text(item, "data") is { } data => ToolResultBlock.FromBase64(data, Text(item, "mimeType")),
        "resource_link" when Text(item, "uri") is { } uri => new TextBlock(uri),
        "resource" when item.TryGetProperty("resource", out var resource) && Resource(resource) is { } block => block,
        _ => new TextBlock(item.GetRawText()),
    };

    private static SessionContentBlock? Resource(JsonElement resource) =>
        Text(resource, "text") is { } text ? ToolResultBlock.FromText(text, Text(resource, "uri"))
        : Text(resource, "blob") is { } blob ? ToolResultBlock.FromBase64(blob, Text(resource, "mimeType"), Text(resource, "uri"))
        : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
