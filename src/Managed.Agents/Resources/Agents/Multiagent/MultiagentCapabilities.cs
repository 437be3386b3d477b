namespace Managed.Agents;

/// <summary>Subagents, workflows and an advisor. Each can be enabled or disabled.</summary>
/// <remarks>
/// When an agent is created, <see langword="null"/> means the default. An update is merged level by level into a stored setting of
/// the same type: <see langword="null"/> leaves the stored value unchanged. To reset a value, send its default.
/// </remarks>
public sealed record MultiagentCapabilities : Multiagent
{
    /// <summary>Whether the agent can start subagents, and which ones. Default: enabled.</summary>
    /// <value>Never <see langword="null"/> in a response.</value>
    public MultiagentSubagents? Subagents { get; init; }

    /// <summary>Whether the agent can write workflows that run many agents in phases. Default: enabled.</summary>
    /// <value>Never <see langword="null"/> in a response.</value>
    public MultiagentWorkflows? Workflows { get; init; }

    /// <summary>Whether the agent can ask another model for advice. Default: disabled.</summary>
    /// <value>Never <see langword="null"/> in a response.</value>
    public MultiagentAdvisor? Advisor { get; init; }
}
