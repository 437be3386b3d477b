using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A reference to a version of an agent. A string converts to a reference to the newest version.</summary>
public sealed record AgentReference : SessionAgentReference
{
    /// <summary>Initializes a new instance of the <see cref="AgentReference"/> class. Set <see cref="Id"/>.</summary>
    public AgentReference()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AgentReference"/> class.</summary>
    /// <param name="id">The id of the agent.</param>
    /// <param name="version">The version; <see langword="null"/> for the newest.</param>
    [SetsRequiredMembers]
    public AgentReference(string id, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Version = version;
    }

    /// <summary>The id of the agent, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, starting at 1. In a request, <see langword="null"/> means the newest. A response contains the pinned version.</summary>
    public int? Version { get; init; }

    /// <summary>Converts the id of an agent to a reference to its newest version.</summary>
    /// <param name="id">The id of the agent.</param>
    public static implicit operator AgentReference(string id) => FromString(id);

    /// <summary>Creates a reference to the newest version of an agent.</summary>
    /// <param name="id">The id of the agent.</param>
    /// <returns>The reference.</returns>
    public static new AgentReference FromString(string id) => new(id);
}
