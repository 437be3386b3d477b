namespace Managed.Agents;

/// <summary>A transient error occurred in a thread. The API retries automatically.</summary>
public sealed record SessionThreadStatusRescheduledEvent : SessionEvent
{
    /// <summary>The name of the agent that runs in the thread.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
