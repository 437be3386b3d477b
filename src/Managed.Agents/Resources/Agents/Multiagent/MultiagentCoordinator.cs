using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A fixed roster of agents that this agent coordinates. <see cref="MultiagentCapabilities"/> is the newer alternative.</summary>
public sealed record MultiagentCoordinator : Multiagent
{
    /// <summary>Initializes a new instance of the <see cref="MultiagentCoordinator"/> class. Set <see cref="Agents"/>.</summary>
    public MultiagentCoordinator()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MultiagentCoordinator"/> class.</summary>
    /// <param name="agents">The roster. A string is the id of an agent.</param>
    [SetsRequiredMembers]
    public MultiagentCoordinator(params MultiagentRosterEntry[] agents)
        : this((IReadOnlyList<MultiagentRosterEntry>)agents)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MultiagentCoordinator"/> class.</summary>
    /// <param name="agents">The roster. A string is the id of an agent.</param>
    [SetsRequiredMembers]
    public MultiagentCoordinator(IReadOnlyList<MultiagentRosterEntry> agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        Agents = agents;
    }

    /// <summary>The roster: 1 to 20 different entries, at most one of them <see cref="MultiagentSelf"/> and at most one an <see cref="Advisor"/>.</summary>
    /// <value>A response contains the pinned version of each agent. The agents must not be archived or have a multi-agent setting of their own.</value>
    public required IReadOnlyList<MultiagentRosterEntry> Agents { get; init => field = ReadOnlyCopy.OfList(MultiagentRosterEntry.Check(value)); }
}
