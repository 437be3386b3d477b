using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>
/// The result of a tool that the client runs. It can be sent as soon as the call is seen, without waiting for the session to go idle.
/// </summary>
public sealed record UserCustomToolResult : SessionInput
{
    /// <summary>Makes a result; set <see cref="CustomToolUseId"/>.</summary>
    public UserCustomToolResult()
    {
    }

    /// <summary>Makes a result of text.</summary>
    /// <param name="customToolUseId">The id of the event with the call.</param>
    /// <param name="text">What the tool returned.</param>
    [SetsRequiredMembers]
    public UserCustomToolResult(string customToolUseId, string text)
        : this(customToolUseId, [text])
    {
    }

    /// <summary>Makes a result of several blocks, or of none.</summary>
    /// <param name="customToolUseId">The id of the event with the call.</param>
    /// <param name="content">Texts, images, documents and search results; a string converts to a block.</param>
    [SetsRequiredMembers]
    public UserCustomToolResult(string customToolUseId, params IReadOnlyList<SessionContentBlock> content)
    {
        ArgumentNullException.ThrowIfNull(customToolUseId);
        CustomToolUseId = customToolUseId;
        Content = content;
    }

    /// <summary>The id of the <see cref="AgentCustomToolUseEvent"/> that is answered.</summary>
    public required string CustomToolUseId { get; init; }

    /// <summary>What the tool returned: texts, images, documents and search results.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value>Null means it did not.</value>
    public bool? IsError { get; init; }

    /// <summary>Makes the result of a call that failed.</summary>
    /// <param name="customToolUseId">The id of the event with the call.</param>
    /// <param name="message">What the agent is told about the failure.</param>
    /// <returns>The result.</returns>
    public static UserCustomToolResult Error(string customToolUseId, string message) => new(customToolUseId, message) { IsError = true };
}
