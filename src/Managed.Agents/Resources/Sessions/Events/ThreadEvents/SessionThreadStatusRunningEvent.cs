namespace Managed.Agents;

/// <summary>A thread works.</summary>
public sealed record SessionThreadStatusRunningEvent : SessionEvent
{
    /// <summary>The name of the thread's agent.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
