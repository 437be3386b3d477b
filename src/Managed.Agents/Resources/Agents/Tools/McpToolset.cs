using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The tools of one MCP server. All are on, and each call waits for a confirmation unless set otherwise.</summary>
public sealed record McpToolset : AgentTool
{
    /// <summary>Adds the tools of a server; set <see cref="McpServerName"/>.</summary>
    public McpToolset()
    {
    }

    /// <summary>Adds the tools of a server.</summary>
    /// <param name="mcpServerName">The name of the server in the agent's list.</param>
    [SetsRequiredMembers]
    public McpToolset(string mcpServerName)
    {
        ArgumentNullException.ThrowIfNull(mcpServerName);
        McpServerName = mcpServerName;
    }

    /// <summary>The <see cref="AgentMcpServer.Name"/> of a server in the agent's list; 1 to 255 characters.</summary>
    public required string McpServerName { get; init; }

    /// <summary>What holds for every tool without a setting of its own.</summary>
    /// <value>Null in a request means on and always asked. Never null in what the API hands out.</value>
    public McpToolsetDefaultConfig? DefaultConfig { get; init; }

    /// <summary>Settings of single tools, which go before <see cref="DefaultConfig"/>.</summary>
    public IReadOnlyList<McpToolConfig> Configs { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}

/// <summary>What holds for every tool of an MCP server without a setting of its own.</summary>
public sealed record McpToolsetDefaultConfig : ApiObject
{
    /// <summary>Whether the agent has the tools; null means true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Who decides whether a call may run; null means <see cref="PermissionPolicy.AlwaysAsk"/>.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
