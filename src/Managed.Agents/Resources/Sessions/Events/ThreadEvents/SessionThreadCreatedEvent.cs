namespace Managed.Agents;

/// <summary>A thread was created.</summary>
public sealed record SessionThreadCreatedEvent : SessionEvent
{
    /// <summary>The name of the agent that runs in the thread.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the workflow run that the thread belongs to.</summary>
    /// <value><see langword="null"/> for a thread that does not belong to a workflow run.</value>
    public string? WorkflowRunId { get; init; }

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
