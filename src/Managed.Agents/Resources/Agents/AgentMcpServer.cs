using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An MCP server that an agent can reach. Its tools become the agent's through an <see cref="McpToolset"/>.</summary>
public sealed record AgentMcpServer : ApiObject
{
    /// <summary>Names a server; set <see cref="Name"/> and <see cref="Url"/>.</summary>
    public AgentMcpServer()
    {
    }

    /// <summary>Names a server.</summary>
    /// <param name="name">The name by which toolsets refer to it.</param>
    /// <param name="url">The address of its streamable HTTP endpoint.</param>
    [SetsRequiredMembers]
    public AgentMcpServer(string name, string url)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(url);
        Name = name;
        Url = url;
    }

    internal override string? WireType => "url";

    /// <summary>The name by which toolsets refer to it: 1 to 255 characters, unique in the agent.</summary>
    public required string Name { get; init; }

    /// <summary>The address of its streamable HTTP endpoint; at most 2,048 characters.</summary>
    public required string Url { get; init; }
}
