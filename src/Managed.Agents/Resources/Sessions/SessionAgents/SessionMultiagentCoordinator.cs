namespace Managed.Agents;

/// <summary>A fixed roster of agents that the agent coordinates.</summary>
public sealed record SessionMultiagentCoordinator : SessionMultiagent
{
    /// <summary>The roster: the resolved agents, and at most one advisor.</summary>
    public IReadOnlyList<ThreadAgent> Agents { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
