namespace Managed.Agents;

/// <summary>Something failed for a moment in a thread; the API tries again by itself.</summary>
public sealed record SessionThreadStatusRescheduledEvent : SessionEvent
{
    /// <summary>The name of the thread's agent.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
