using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A fixed roster of agents that this one coordinates. The older kind; see also <see cref="MultiagentCapabilities"/>.</summary>
public sealed record MultiagentCoordinator : Multiagent
{
    /// <summary>Makes a coordinator; set <see cref="Agents"/>.</summary>
    public MultiagentCoordinator()
    {
    }

    /// <summary>Makes a coordinator.</summary>
    /// <param name="agents">The roster; a string is an agent's id.</param>
    [SetsRequiredMembers]
    public MultiagentCoordinator(params IReadOnlyList<MultiagentRosterEntry> agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        Agents = agents;
    }

    /// <summary>The roster: 1 to 20 different agents, at most one of them <see cref="MultiagentSelf"/> and one an <see cref="Advisor"/>.</summary>
    /// <value>What the API hands out names each agent with the version it pinned. None may be archived or have helpers of its own.</value>
    public required IReadOnlyList<MultiagentRosterEntry> Agents { get; init => field = ReadOnlyCopy.OfList(value); }
}
