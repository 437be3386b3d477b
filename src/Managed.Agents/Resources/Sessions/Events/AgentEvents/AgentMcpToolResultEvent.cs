namespace Managed.Agents;

/// <summary>The result of an MCP tool call.</summary>
public sealed record AgentMcpToolResultEvent : SessionEvent
{
    /// <summary>The id of the <see cref="AgentMcpToolUseEvent"/>.</summary>
    public string McpToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>The content that the tool returned. May be empty.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value><see langword="null"/> means that it did not fail.</value>
    public bool? IsError { get; init; }

    private protected override string Detail => LogLine.Result(IsError, Content);
}
