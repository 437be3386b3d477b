using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The result of a built-in tool that ran in a self-hosted environment.</summary>
public sealed record UserToolResult : SessionInput
{
    /// <summary>Initializes a new instance of the <see cref="UserToolResult"/> class. Set <see cref="ToolUseId"/>.</summary>
    public UserToolResult()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserToolResult"/> class with text.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/>.</param>
    /// <param name="text">The text that the tool returned.</param>
    [SetsRequiredMembers]
    public UserToolResult(string toolUseId, string text)
        : this(toolUseId, [text])
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserToolResult"/> class with any number of blocks.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/>.</param>
    /// <param name="content">Text, image, document and search result blocks. A string converts to a block.</param>
    [SetsRequiredMembers]
    public UserToolResult(string toolUseId, params SessionContentBlock[] content)
        : this(toolUseId, (IReadOnlyList<SessionContentBlock>)content)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserToolResult"/> class with any number of blocks.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/>.</param>
    /// <param name="content">Text, image, document and search result blocks. A string converts to a block.</param>
    [SetsRequiredMembers]
    public UserToolResult(string toolUseId, IReadOnlyList<SessionContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(toolUseId);
        ToolUseId = toolUseId;
        Content = content;
    }

    /// <summary>The id of the <see cref="AgentToolUseEvent"/> that this result answers.</summary>
    public required string ToolUseId { get; init; }

    /// <summary>The content that the tool returned: text, image, document and search result blocks.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value><see langword="null"/> means that it did not fail.</value>
    public bool? IsError { get; init; }

    /// <summary>Creates the result of a failed call.</summary>
    /// <param name="toolUseId">The id of the <see cref="AgentToolUseEvent"/>.</param>
    /// <param name="message">The error message for the agent.</param>
    /// <returns>The result.</returns>
    public static UserToolResult Error(string toolUseId, string message) => new(toolUseId, message) { IsError = true };
}
