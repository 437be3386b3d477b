using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The tools of one MCP server. By default, all are enabled and each call waits for a confirmation.</summary>
public sealed record McpToolset : AgentTool
{
    /// <summary>Initializes a new instance of the <see cref="McpToolset"/> class. Set <see cref="McpServerName"/>.</summary>
    public McpToolset()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="McpToolset"/> class.</summary>
    /// <param name="mcpServerName">The name of a server in the agent's list of MCP servers.</param>
    [SetsRequiredMembers]
    public McpToolset(string mcpServerName)
    {
        ArgumentNullException.ThrowIfNull(mcpServerName);
        McpServerName = mcpServerName;
    }

    /// <summary>The <see cref="AgentMcpServer.Name"/> of a server in the agent's list of MCP servers, 1 to 255 characters.</summary>
    public required string McpServerName { get; init; }

    /// <summary>The configuration of every tool that is not in <see cref="Configs"/>.</summary>
    /// <value>Default: enabled, and each call waits for a confirmation. Never <see langword="null"/> in a response.</value>
    public McpToolsetDefaultConfig? DefaultConfig { get; init; }

    /// <summary>The configurations of individual tools, which override <see cref="DefaultConfig"/>.</summary>
    public IReadOnlyList<McpToolConfig> Configs { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}

/// <summary>The default configuration of the tools of an MCP server. It applies to each tool without a separate configuration.</summary>
public sealed record McpToolsetDefaultConfig : ApiObject
{
    /// <summary>Whether the agent has the tools. Default: <see langword="true"/>.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The permission policy for calls of the tools. Default: <see cref="PermissionPolicy.AlwaysAsk"/>.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
