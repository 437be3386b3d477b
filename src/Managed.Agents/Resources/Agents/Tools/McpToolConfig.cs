using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>The setting of one tool of an MCP server, which goes before the toolset's default.</summary>
public sealed record McpToolConfig : ApiObject
{
    /// <summary>Makes a setting; set <see cref="Name"/>.</summary>
    public McpToolConfig()
    {
    }

    /// <summary>Makes a setting.</summary>
    /// <param name="name">The tool's name at its server.</param>
    [SetsRequiredMembers]
    public McpToolConfig(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The tool's name at its server; 1 to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the agent has the tool; null leaves it to the toolset's default.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Who decides whether a call may run; null leaves it to the toolset's default.</summary>
    public PermissionPolicy? PermissionPolicy { get; init; }
}
