namespace Managed.Agents;

/// <summary>A thread has ended.</summary>
public sealed record SessionThreadStatusTerminatedEvent : SessionEvent
{
    /// <summary>The name of the thread's agent.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
