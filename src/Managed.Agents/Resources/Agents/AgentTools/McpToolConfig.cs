using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The configuration of one tool of an MCP server. It overrides the default of the toolset.</summary>
public sealed record McpToolConfig : ApiObject
{
    /// <summary>Initializes a new instance of the <see cref="McpToolConfig"/> class. Set <see cref="Name"/>.</summary>
    public McpToolConfig()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="McpToolConfig"/> class.</summary>
    /// <param name="name">The name of the tool on its server.</param>
    [SetsRequiredMembers]
    public McpToolConfig(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The name of the tool on its server, 1 to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the agent has the tool; <see langword="null"/> uses the default of the toolset.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The permission policy for calls of the tool; <see langword="null"/> uses the default of the toolset.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
