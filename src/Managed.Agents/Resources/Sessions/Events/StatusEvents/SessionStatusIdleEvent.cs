namespace Managed.Agents;

/// <summary>The session became idle: no thread is running.</summary>
public sealed record SessionStatusIdleEvent : SessionEvent
{
    /// <summary>Why the session stopped.</summary>
    /// <remarks>The turn is still open only when the reason is <see cref="RequiresAction"/>.</remarks>
    public StopReason StopReason { get; init => field = value ?? StopReason.Missing; } = StopReason.Missing;

    /// <summary>The details of a refusal.</summary>
    /// <value><see langword="null"/> for every other reason.</value>
    public RefusalStopDetails? StopDetails { get; init; }

    private protected override string Detail => StopReason.Describe();
}
