using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An agent, at a certain version or the newest. A string converts to the agent at its newest version.</summary>
public sealed record AgentReference : SessionAgentReference
{
    /// <summary>Names an agent; set <see cref="Id"/>.</summary>
    public AgentReference()
    {
    }

    /// <summary>Names an agent.</summary>
    /// <param name="id">The agent's id.</param>
    /// <param name="version">The version; null for the newest.</param>
    [SetsRequiredMembers]
    public AgentReference(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Version = version;
    }

    /// <summary>The agent's id, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1 on; null in a request for the newest. What the API hands out names the version it pinned.</summary>
    public int? Version { get; init; }

    /// <summary>Names an agent at its newest version.</summary>
    /// <param name="id">The agent's id.</param>
    public static implicit operator AgentReference(string id) => FromString(id);

    /// <summary>Names an agent at its newest version.</summary>
    /// <param name="id">The agent's id.</param>
    /// <returns>The reference.</returns>
    public static new AgentReference FromString(string id) => new(id);
}
