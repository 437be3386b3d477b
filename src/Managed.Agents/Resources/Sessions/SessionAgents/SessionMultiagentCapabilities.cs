namespace Managed.Agents;

/// <summary>Subagents, workflows and an advisor, each enabled or disabled.</summary>
public sealed record SessionMultiagentCapabilities : SessionMultiagent
{
    /// <summary>Whether the agent can start subagents, and which agents it can use.</summary>
    public SessionSubagents Subagents { get; init => field = value ?? SessionSubagents.Missing; } = SessionSubagents.Missing;

    /// <summary>Whether the agent can run workflows, and which agents it can use.</summary>
    public SessionWorkflows Workflows { get; init => field = value ?? SessionWorkflows.Missing; } = SessionWorkflows.Missing;

    /// <summary>Whether the agent can ask another model for advice.</summary>
    public MultiagentAdvisor Advisor { get; init => field = value ?? MultiagentAdvisor.Disabled; } = MultiagentAdvisor.Disabled;
}
