using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>
/// The result of a tool that the client ran. It can be sent as soon as the call is received, before the session becomes idle.
/// </summary>
public sealed record UserCustomToolResult : SessionInput
{
    /// <summary>Initializes a new instance of the <see cref="UserCustomToolResult"/> class. Set <see cref="CustomToolUseId"/>.</summary>
    public UserCustomToolResult()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserCustomToolResult"/> class with text.</summary>
    /// <param name="customToolUseId">The id of the <see cref="AgentCustomToolUseEvent"/>.</param>
    /// <param name="text">The text that the tool returned.</param>
    [SetsRequiredMembers]
    public UserCustomToolResult(string customToolUseId, string text)
        : this(customToolUseId, [text])
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserCustomToolResult"/> class with any number of blocks.</summary>
    /// <param name="customToolUseId">The id of the <see cref="AgentCustomToolUseEvent"/>.</param>
    /// <param name="content">Text, image, document and search result blocks. A string converts to a block.</param>
    [SetsRequiredMembers]
    public UserCustomToolResult(string customToolUseId, params SessionContentBlock[] content)
        : this(customToolUseId, (IReadOnlyList<SessionContentBlock>)content)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UserCustomToolResult"/> class with any number of blocks.</summary>
    /// <param name="customToolUseId">The id of the <see cref="AgentCustomToolUseEvent"/>.</param>
    /// <param name="content">Text, image, document and search result blocks. A string converts to a block.</param>
    [SetsRequiredMembers]
    public UserCustomToolResult(string customToolUseId, IReadOnlyList<SessionContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(customToolUseId);
        CustomToolUseId = customToolUseId;
        Content = content;
    }

    /// <summary>The id of the <see cref="AgentCustomToolUseEvent"/> that this result answers.</summary>
    public required string CustomToolUseId { get; init; }

    /// <summary>The content that the tool returned: text, image, document and search result blocks.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value><see langword="null"/> means that it did not fail.</value>
    public bool? IsError { get; init; }

    /// <summary>Creates the result of a failed call.</summary>
    /// <param name="customToolUseId">The id of the <see cref="AgentCustomToolUseEvent"/>.</param>
    /// <param name="message">The error message for the agent.</param>
    /// <returns>The result.</returns>
    public static UserCustomToolResult Error(string customToolUseId, string message) => new(customToolUseId, message) { IsError = true };
}
