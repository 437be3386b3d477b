namespace Managed.Agents;

/// <summary>The kind of a tool call, which decides who runs it and which input answers it.</summary>
public enum ToolCallKind
{
    /// <summary>A custom tool (<c>agent.custom_tool_use</c>). Always run by the client and answered with a <see cref="UserCustomToolResult"/>.</summary>
    Custom,

    /// <summary>A built-in tool (<c>agent.tool_use</c>). Run by the service, or in a self-hosted environment by the client, which answers with a <see cref="UserToolResult"/>.</summary>
    BuiltIn,

    /// <summary>A tool of an MCP server (<c>agent.mcp_tool_use</c>). Always run by the service.</summary>
    Mcp,
}
