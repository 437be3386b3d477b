using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An agent with settings that hold for this session only. No version of the agent is made.</summary>
/// <remarks>What is left out is the agent's own; a value replaces it whole.</remarks>
public sealed record SessionAgentWithOverrides : SessionAgentReference
{
    /// <summary>Names an agent; set <see cref="Id"/>.</summary>
    public SessionAgentWithOverrides()
    {
    }

    /// <summary>Names an agent whose settings are to be overridden.</summary>
    /// <param name="id">The agent's id.</param>
    /// <param name="version">The version; null for the newest.</param>
    [SetsRequiredMembers]
    public SessionAgentWithOverrides(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Version = version;
    }

    /// <summary>The agent's id, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1 on; null for the newest.</summary>
    public int? Version { get; init; }

    /// <summary>The model; a string is its id. Null keeps the agent's own.</summary>
    /// <value>Another model drops the agent's effort and place of inference as well.</value>
    [JsonConverter(typeof(ModelConfigShortFormConverter))]
    public ModelConfig? Model { get; init; }

    /// <summary>The system prompt, at most 100,000 characters; null removes it.</summary>
    public Optional<string> System { get; init; }

    /// <summary>The tools; null or empty removes them, which skills do not allow.</summary>
    public OptionalList<AgentTool> Tools { get; init; }

    /// <summary>The MCP servers; null or empty removes them, when no toolset names one.</summary>
    public OptionalList<AgentMcpServer> McpServers { get; init; }

    /// <summary>The skills; null or empty removes them.</summary>
    public OptionalList<AgentSkill> Skills { get; init; }
}
