namespace Managed.Agents;

/// <summary>The result of a tool call. A tool can return a <see cref="ToolResult"/>, or any value that <see cref="FromObject"/> supports.</summary>
public sealed record ToolResult
{
    private const string NoOutput = "(no output)";
    private const string NoMessage = "The tool failed without a message.";

    /// <summary>The content: text, images, documents and search results. A string converts to a text block. Empty if the tool returns nothing.</summary>
    /// <remarks>Empty text blocks are removed, because the service rejects them.</remarks>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(WithoutEmptyText(value)); } = [];

    /// <summary>Whether the call failed.</summary>
    public bool IsError { get; init; }

    /// <summary>The text blocks of the result, joined.</summary>
    public string Text => Content.JoinText();

    /// <summary>Creates a result from text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ToolResult(string text) => FromText(text);

    /// <summary>Creates a result from one block.</summary>
    /// <param name="block">The block.</param>
    public static implicit operator ToolResult(SessionContentBlock block) => FromContent(block);

    /// <summary>Creates a result from text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The result.</returns>
    public static ToolResult FromText(string text) => new() { Content = [text] };

    /// <summary>Creates a result from any number of blocks.</summary>
    /// <param name="content">Text, images, documents and search results.</param>
    /// <returns>The result.</returns>
    public static ToolResult FromContent(params SessionContentBlock[] content) => new() { Content = content };

    /// <summary>Makes a result of several blocks, or of none.</summary>
    /// <param name="content">Texts, images, documents and search results.</param>
    /// <returns>The result.</returns>
    public static ToolResult FromContent(IReadOnlyList<SessionContentBlock> content) => new() { Content = content };

    /// <summary>Creates the result of a failed call.</summary>
    /// <param name="message">The message for the agent.</param>
    /// <returns>The result.</returns>
    public static ToolResult Error(string message) => new() { Content = [message], IsError = true };

    /// <summary>Creates a result from the return value of a function.</summary>
    /// <param name="value">
    /// A <see cref="ToolResult"/>, a string, content blocks, content of Microsoft.Extensions.AI, JSON, the result of an MCP tool, or an object
    /// that <paramref name="options"/> can serialize. Null creates an empty result.
    /// </param>
    /// <param name="options">The serializer options for objects. Without options, only simple .NET types are supported.</param>
    /// <returns>The result.</returns>
    /// <remarks>
    /// Content becomes what the service accepts: JPEG, PNG, GIF and WebP files become images, PDF files documents, and text types (text, JSON, XML,
    /// SVG, YAML) text. Other content becomes a line that names its type and size.
    /// </remarks>
    /// <exception cref="NotSupportedException">The type of the value is not supported. The message names the type and the alternatives.</exception>
    public static ToolResult FromObject(object? value, System.Text.Json.JsonSerializerOptions? options = null) => ToolResultReader.Read(value, options);

    /// <summary>Creates the input that answers a call with this result.</summary>
    /// <remarks>A failure without a message gets one. A result of a built-in tool without content gets the text <c>(no output)</c>.</remarks>
    /// <param name="call">The call.</param>
    /// <returns>A <see cref="UserCustomToolResult"/>, or a <see cref="UserToolResult"/> for a built-in tool.</returns>
    /// <exception cref="ArgumentException">The call is a call of an MCP tool, which the service runs.</exception>
    public SessionInput ToInput(ToolCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        bool? isError = IsError ? true : null;
        return call.Kind switch
        {
            ToolCallKind.Custom => new UserCustomToolResult(call.Id, SentContent([])) { IsError = isError },
            ToolCallKind.BuiltIn => new UserToolResult(call.Id, SentContent([NoOutput])) { IsError = isError },
            _ => throw new ArgumentException($"The call {call.Id} is a call of the MCP tool {call.Name}. The service runs it, so a client can only allow or deny it.", nameof(call)),
        };
    }

    private static List<SessionContentBlock>? WithoutEmptyText(IReadOnlyList<SessionContentBlock>? content) => content?
        .Where(static block => block is not TextBlock { Text: "" })
        .Select(static block => block is SearchResultBlock found && found.Content.Any(static text => text.Text.Length == 0) ? found with { Content = [.. found.Content.Where(static text => text.Text.Length > 0)] } : block)
        .ToList();

    private IReadOnlyList<SessionContentBlock> SentContent(IReadOnlyList<SessionContentBlock> placeholder) =>
        IsError && Content.All(static block => block is TextBlock text && string.IsNullOrWhiteSpace(text.Text)) ? [NoMessage]
        : Content.Count > 0 ? Content
        : placeholder;
}
