using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>An agent at a certain version or the newest.</summary>
public sealed record SessionAgentById : SessionAgentReference
{
    /// <summary>Names an agent; set <see cref="Id"/>.</summary>
    public SessionAgentById()
    {
    }

    /// <summary>Names an agent.</summary>
    /// <param name="id">The agent's id.</param>
    /// <param name="version">The version; null for the newest.</param>
    [SetsRequiredMembers]
    public SessionAgentById(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Version = version;
    }

    /// <summary>The agent's id, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1 on; null for the newest.</summary>
    public int? Version { get; init; }
}
