namespace Managed.Agents;

/// <summary>A change to the agent's tools and MCP servers in one session. The agent itself is not changed.</summary>
public sealed record SessionAgentUpdate : ApiObject
{
    /// <summary>The new tools, which replace all existing ones. Empty removes them.</summary>
    public OptionalList<AgentTool> Tools { get; init; }

    /// <summary>The new MCP servers, which replace all existing ones. Empty removes them. The resulting tools must refer to each server.</summary>
    public OptionalList<AgentMcpServer> McpServers { get; init; }
}
