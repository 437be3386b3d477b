namespace Managed.Agents;

/// <summary>A thread is running.</summary>
public sealed record SessionThreadStatusRunningEvent : SessionEvent
{
    /// <summary>The name of the agent that runs in the thread.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    private protected override string Detail => $"{AgentName} {SessionThreadId}";
}
