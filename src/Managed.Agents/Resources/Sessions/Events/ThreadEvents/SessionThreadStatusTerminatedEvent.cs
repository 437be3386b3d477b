namespace Managed.Agents;

/// <summary>A thread ended.</summary>
public sealed record SessionThreadStatusTerminatedEvent : SessionEvent
{
    /// <summary>The name of the agent that runs in the thread.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
