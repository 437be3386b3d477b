using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An MCP server that an agent can connect to. Add an <see cref="McpToolset"/> to give the agent its tools.</summary>
public sealed record AgentMcpServer : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="AgentMcpServer"/> class. Set <see cref="Name"/> and <see cref="Url"/>.</summary>
    public AgentMcpServer()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AgentMcpServer"/> class.</summary>
    /// <param name="name">The name that toolsets use to refer to the server.</param>
    /// <param name="url">The URL of its streamable HTTP endpoint.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute URL.</exception>
    [SetsRequiredMembers]
    public AgentMcpServer(string name, string url)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Url = ApiUri.Parse(url, nameof(url));
    }

    internal override string? WireType => "url";

    /// <summary>The name that toolsets use to refer to the server: 1 to 255 characters, unique within the agent.</summary>
    public required string Name { get; init; }

    /// <summary>The URL of its streamable HTTP endpoint, at most 2,048 characters.</summary>
    public required Uri Url { get; init; }
}
