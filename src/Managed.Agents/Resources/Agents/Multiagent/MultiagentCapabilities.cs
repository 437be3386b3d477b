namespace Managed.Agents;

/// <summary>Subagents, workflows and an advisor, each of which can be switched on and off.</summary>
/// <remarks>
/// An update is merged level by level into a stored setting of this kind: what is null stays as it is. To go back to a default, send the
/// default. When an agent is created, null is the default.
/// </remarks>
public sealed record MultiagentCapabilities : Multiagent
{
    /// <summary>Whether the agent can start subagents, and which; on by default.</summary>
    /// <value>Never null in what the API hands out.</value>
    public MultiagentSubagents? Subagents { get; init; }

    /// <summary>Whether the agent can write workflows that run many agents in phases; on by default.</summary>
    /// <value>Never null in what the API hands out.</value>
    public MultiagentWorkflows? Workflows { get; init; }

    /// <summary>Whether the agent can ask another model for advice; off by default.</summary>
    /// <value>Never null in what the API hands out.</value>
    public MultiagentAdvisor? Advisor { get; init; }
}
