namespace Managed.Agents;

/// <summary>What a tool gives back to the agent. A tool may return one, or anything that <see cref="FromObject"/> understands.</summary>
public sealed record ToolResult
{
    /// <summary>Texts, images, documents and search results; a string converts to a block. Empty when the tool has nothing to say.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    public bool IsError { get; init; }

    /// <summary>The text of the result: its text blocks, joined.</summary>
    public string Text => Content.JoinText();

    /// <summary>Makes a result of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ToolResult(string text) => FromText(text);

    /// <summary>Makes a result of one block.</summary>
    /// <param name="block">The block.</param>
    public static implicit operator ToolResult(SessionContentBlock block) => FromContent(block);

    /// <summary>Makes a result of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The result.</returns>
    public static ToolResult FromText(string text) => new() { Content = [text] };

    /// <summary>Makes a result of several blocks, or of none.</summary>
    /// <param name="content">Texts, images, documents and search results.</param>
    /// <returns>The result.</returns>
    public static ToolResult FromContent(params SessionContentBlock[] content) => new() { Content = content };

    /// <summary>Makes a result of several blocks, or of none.</summary>
    /// <param name="content">Texts, images, documents and search results.</param>
    /// <returns>The result.</returns>
    public static ToolResult FromContent(IReadOnlyList<SessionContentBlock> content) => new() { Content = content };

    /// <summary>Makes the result of a call that failed.</summary>
    /// <param name="message">What the agent is told. It sees all of it.</param>
    /// <returns>The result.</returns>
    public static ToolResult Error(string message) => new() { Content = [message], IsError = true };

    /// <summary>Makes a result of what a function returned.</summary>
    /// <param name="value">
    /// A <see cref="ToolResult"/>, text, content blocks, content of Microsoft.Extensions.AI, JSON, the result of an MCP tool, or an object
    /// that <paramref name="options"/> can write as JSON. Null gives an empty result.
    /// </param>
    /// <param name="options">How objects are written; null for none but the simple types of .NET.</param>
    /// <returns>The result.</returns>
    /// <exception cref="NotSupportedException">The value is of a type that cannot be shown to an agent; the message names it and the way out.</exception>
    public static ToolResult FromObject(object? value, System.Text.Json.JsonSerializerOptions? options = null) => ToolResultReader.Read(value, options);

    /// <summary>The input that answers a call with this result; its kind matches the call's.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A <see cref="UserCustomToolResult"/>, or for a built-in tool a <see cref="UserToolResult"/>.</returns>
    /// <exception cref="ArgumentException">The call is one of an MCP tool, which the service answers itself.</exception>
    public SessionInput ToInput(ToolCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        bool? isError = IsError ? true : null;
        return call.Kind switch
        {
            ToolCallKind.Custom => new UserCustomToolResult(call.Id, Content) { IsError = isError },
            ToolCallKind.BuiltIn => new UserToolResult(call.Id, Content) { IsError = isError },
            _ => throw new ArgumentException($"The call {call.Id} is one of the MCP tool {call.Name}. The service runs it; a client can only allow or deny it.", nameof(call)),
        };
    }
}
