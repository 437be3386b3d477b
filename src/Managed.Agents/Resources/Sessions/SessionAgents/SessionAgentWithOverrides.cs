using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An agent with settings for this session only. No new version of the agent is created.</summary>
/// <remarks>A property that is not set is inherited from the agent. A value replaces the agent's setting completely.</remarks>
public sealed record SessionAgentWithOverrides : SessionAgentReference
{
    /// <summary>Initializes a new instance of the <see cref="SessionAgentWithOverrides"/> class. Set <see cref="Id"/>.</summary>
    public SessionAgentWithOverrides()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SessionAgentWithOverrides"/> class.</summary>
    /// <param name="id">The id of the agent (<c>agent_…</c>).</param>
    /// <param name="version">The version; <see langword="null"/> for the latest.</param>
    [SetsRequiredMembers]
    public SessionAgentWithOverrides(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Version = version;
    }

    /// <summary>The id of the agent (<c>agent_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The version, starting at 1; <see langword="null"/> for the latest.</summary>
    public int? Version { get; init; }

    /// <summary>The model; <see langword="null"/> inherits it from the agent. A string is the model id.</summary>
    /// <value>A different model also discards the agent's effort and inference geography.</value>
    [JsonConverter(typeof(ModelConfigShortFormConverter))]
    public ModelConfig? Model { get; init; }

    /// <summary>The system prompt, at most 100,000 characters; <see langword="null"/> removes it.</summary>
    public Optional<string> System { get; init; }

    /// <summary>The tools; <see langword="null"/> or empty removes them. Tools cannot be removed while the agent has skills.</summary>
    public OptionalList<AgentTool> Tools { get; init; }

    /// <summary>The MCP servers; <see langword="null"/> or empty removes them. They cannot be removed while a toolset refers to one.</summary>
    public OptionalList<AgentMcpServer> McpServers { get; init; }

    /// <summary>The skills; <see langword="null"/> or empty removes them.</summary>
    public OptionalList<AgentSkill> Skills { get; init; }
}
