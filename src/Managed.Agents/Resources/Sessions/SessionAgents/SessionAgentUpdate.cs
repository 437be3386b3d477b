namespace Managed.Agents;

/// <summary>Changes what the agent of one session has. The agent itself stays as it is.</summary>
public sealed record SessionAgentUpdate : ApiObject
{
    /// <summary>The tools in place of all; empty removes them.</summary>
    public OptionalList<AgentTool> Tools { get; init; }

    /// <summary>The MCP servers in place of all; empty removes them. The resulting tools must name each.</summary>
    public OptionalList<AgentMcpServer> McpServers { get; init; }
}
