using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The result of a built-in tool that ran in a self-hosted environment.</summary>
public sealed record UserToolResult : SessionInput
{
    /// <summary>Makes a result; set <see cref="ToolUseId"/>.</summary>
    public UserToolResult()
    {
    }

    /// <summary>Makes a result of text.</summary>
    /// <param name="toolUseId">The id of the event with the call.</param>
    /// <param name="text">What the tool returned.</param>
    [SetsRequiredMembers]
    public UserToolResult(string toolUseId, string text)
        : this(toolUseId, [text])
    {
    }

    /// <summary>Makes a result of several blocks, or of none.</summary>
    /// <param name="toolUseId">The id of the event with the call.</param>
    /// <param name="content">Texts, images, documents and search results; a string converts to a block.</param>
    [SetsRequiredMembers]
    public UserToolResult(string toolUseId, params IReadOnlyList<SessionContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(toolUseId);
        ToolUseId = toolUseId;
        Content = content;
    }

    /// <summary>The id of the <see cref="AgentToolUseEvent"/> that is answered.</summary>
    public required string ToolUseId { get; init; }

    /// <summary>What the tool returned: texts, images, documents and search results.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value>Null means it did not.</value>
    public bool? IsError { get; init; }

    /// <summary>Makes the result of a call that failed.</summary>
    /// <param name="toolUseId">The id of the event with the call.</param>
    /// <param name="message">What the agent is told about the failure.</param>
    /// <returns>The result.</returns>
    public static UserToolResult Error(string toolUseId, string message) => new(toolUseId, message) { IsError = true };
}
