namespace Managed.Agents.Work;

/// <summary>How the queue of an environment stands.</summary>
public sealed record WorkQueueStats : ApiObject
{
    internal override string? WireType => "work_queue_stats";

    /// <summary>Items that wait for a worker.</summary>
    public int Depth { get; init; }

    /// <summary>Items that were handed out and not yet acknowledged.</summary>
    public int Pending { get; init; }

    /// <summary>Since when the oldest item waits; null when none does.</summary>
    public DateTimeOffset? OldestQueuedAt { get; init; }

    /// <summary>How many workers asked for work within the last 30 seconds, counting those that gave a <see cref="WorkPollOptions.WorkerId"/>; null when that is not known.</summary>
    public int? WorkersPolling { get; init; }
}
