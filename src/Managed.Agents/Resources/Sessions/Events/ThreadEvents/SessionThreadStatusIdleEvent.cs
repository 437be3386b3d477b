namespace Managed.Agents;

/// <summary>A thread became idle. Other threads of the session may still be running.</summary>
public sealed record SessionThreadStatusIdleEvent : SessionEvent
{
    /// <summary>The name of the agent that runs in the thread.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    /// <summary>Why the thread stopped.</summary>
    /// <remarks>The turn is still open only when the reason is <see cref="RequiresAction"/>.</remarks>
    public StopReason StopReason { get; init => field = value ?? StopReason.Missing; } = StopReason.Missing;

    /// <summary>The details of a refusal.</summary>
    /// <value><see langword="null"/> for every other reason.</value>
    public RefusalStopDetails? StopDetails { get; init; }

    private protected override string Detail => $"{AgentName} {SessionThreadId} {StopReason.Describe()}";
}
