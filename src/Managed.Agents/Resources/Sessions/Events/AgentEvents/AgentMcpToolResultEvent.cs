namespace Managed.Agents;

/// <summary>The result of a tool of an MCP server.</summary>
public sealed record AgentMcpToolResultEvent : SessionEvent
{
    /// <summary>The id of the <see cref="AgentMcpToolUseEvent"/>.</summary>
    public string McpToolUseId { get; init => field = value ?? ""; } = "";

    /// <summary>What the tool returned; may be empty.</summary>
    public IReadOnlyList<SessionContentBlock> Content { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Whether the call failed.</summary>
    /// <value>Null means it did not.</value>
    public bool? IsError { get; init; }

    private protected override string Detail => LogLine.Result(IsError, Content);
}
