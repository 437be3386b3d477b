namespace Managed.Agents;

/// <summary>A thread was started.</summary>
public sealed record SessionThreadCreatedEvent : SessionEvent
{
    /// <summary>The name of the thread's agent.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    /// <summary>The workflow run that the thread works for.</summary>
    /// <value>Null for a thread outside of a workflow run.</value>
    public string? WorkflowRunId { get; init; }

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
