namespace Managed.Agents;

/// <summary>The agent can start subagents.</summary>
public sealed record SessionSubagentsEnabled : SessionSubagents
{
    /// <summary>Whether agents may be made on the spot.</summary>
    public MultiagentInlineAgents InlineAgents { get; init => field = value ?? MultiagentInlineAgents.Enabled; } = MultiagentInlineAgents.Enabled;

    /// <summary>The stored agents that may be used, as they run.</summary>
    public IReadOnlyList<SessionAgent> PredefinedAgents { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
