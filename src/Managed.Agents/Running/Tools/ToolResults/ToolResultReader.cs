using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Converts the return value of a function to a tool result.</summary>
internal static class ToolResultReader
{
    public static ToolResult Read(object? value, JsonSerializerOptions? options) => value switch
    {
        null => new ToolResult(),
        ToolResult result => result,
        string text => ToolResult.FromText(text),
        SessionContentBlock block => ToolResult.FromContent(block),
        IEnumerable<SessionContentBlock> blocks => new ToolResult { Content = [.. blocks] },
        AIContent content => FromContents([content]),
        IEnumerable<AIContent> contents => FromContents(contents),
        JsonElement json => FromJson(json),
        JsonDocument json => FromJson(json.RootElement),
        JsonNode json => FromJson(JsonElement.Parse(json.ToJsonString())),
        IFormattable simple when value.GetType().Namespace == nameof(System) => ToolResult.FromText(simple.ToString(null, CultureInfo.InvariantCulture)),
        bool truth => ToolResult.FromText(truth ? "true" : "false"),
        _ => FromObject(value, options),
    };

    private static ToolResult FromContents(IEnumerable<AIContent> contents)
    {
        var all = contents.ToList();
        return new ToolResult { Content = [.. all.Select(Block)], IsError = all.Exists(static content => content is ErrorContent) };
    }

    private static SessionContentBlock Block(AIContent content) => content switch
    {
        TextContent text => new TextBlock(text.Text),
        ErrorContent error => new TextBlock(error.Message),
        DataContent data => ToolResultBlock.FromBytes(data.Data.Span, data.MediaType, ContentMediaTypes.FormOf(data.MediaType) == ContentForm.Text ? null : data.Name),
        UriContent uri => ToolResultBlock.FromUri(uri.Uri, uri.MediaType),
        { RawRepresentation: SessionContentBlock block } => block,
        _ => throw NotSupported(content.GetType()),
    };

    private static ToolResult FromJson(JsonElement json) =>
        json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new ToolResult()
        : json.ValueKind == JsonValueKind.String ? ToolResult.FromText(json.GetString()!)
        : McpToolResult.TryRead(json) ?? ToolResult.FromText(json.GetRawText());

    private static ToolResult FromObject(object value, JsonSerializerOptions? options) =>
        options is not null && options.TryGetTypeInfo(value.GetType(), out var info)
            ? FromJson(JsonSerializer.SerializeToElement(value, info))
            : throw NotSupported(value.GetType());

    private static NotSupportedException NotSupported(Type type) =>
        new($"A tool returned a {type}, which is not a supported result type. Return a string, a {nameof(ToolResult)}, content blocks or JSON, or create the function with serializer options that include the type.");
}
