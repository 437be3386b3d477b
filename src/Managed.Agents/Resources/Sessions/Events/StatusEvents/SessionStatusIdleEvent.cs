namespace Managed.Agents;

/// <summary>No thread of the session works any more.</summary>
public sealed record SessionStatusIdleEvent : SessionEvent
{
    /// <summary>Why the work stopped.</summary>
    /// <remarks>Only <see cref="RequiresAction"/> leaves the turn open.</remarks>
    public StopReason StopReason { get; init => field = value ?? StopReason.Missing; } = StopReason.Missing;

    /// <summary>More about a refusal.</summary>
    /// <value>Null for every other reason.</value>
    public RefusalStopDetails? StopDetails { get; init; }

    private protected override string Detail => StopReason.Describe();
}
