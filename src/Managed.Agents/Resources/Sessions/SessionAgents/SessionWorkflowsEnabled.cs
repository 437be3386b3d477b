namespace Managed.Agents;

/// <summary>The agent can run workflows.</summary>
public sealed record SessionWorkflowsEnabled : SessionWorkflows
{
    /// <summary>Whether the agent can create inline agents.</summary>
    public MultiagentInlineAgents InlineAgents { get; init => field = value ?? MultiagentInlineAgents.Enabled; } = MultiagentInlineAgents.Enabled;

    /// <summary>The stored agents that can be used, at their resolved versions.</summary>
    public IReadOnlyList<SessionAgent> PredefinedAgents { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
