namespace Managed.Agents;

/// <summary>Who runs a tool call, and with that, which input answers it.</summary>
public enum ToolCallKind
{
    /// <summary>A tool of the client's (<c>agent.custom_tool_use</c>): always answered by a <see cref="UserCustomToolResult"/>.</summary>
    Custom,

    /// <summary>A built-in tool (<c>agent.tool_use</c>): run by the service, or by the client in a self-hosted environment, which answers by a <see cref="UserToolResult"/>.</summary>
    BuiltIn,

    /// <summary>A tool of an MCP server (<c>agent.mcp_tool_use</c>): always run by the service.</summary>
    Mcp,
}
