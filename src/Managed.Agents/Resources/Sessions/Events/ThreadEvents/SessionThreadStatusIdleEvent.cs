namespace Managed.Agents;

/// <summary>A thread has stopped working. The session may go on with other threads.</summary>
public sealed record SessionThreadStatusIdleEvent : SessionEvent
{
    /// <summary>The name of the thread's agent.</summary>
    public string AgentName { get; init => field = value ?? ""; } = "";

    /// <summary>Why the work stopped.</summary>
    /// <remarks>Only <see cref="RequiresAction"/> leaves the turn open.</remarks>
    public StopReason StopReason { get; init => field = value ?? StopReason.Missing; } = StopReason.Missing;

    /// <summary>More about a refusal.</summary>
    /// <value>Null for every other reason.</value>
    public RefusalStopDetails? StopDetails { get; init; }

    private protected override string Detail => $"{AgentName} {SessionThreadId} {StopReason.Describe()}";
}
