namespace Managed.Agents.Work;

/// <summary>The statistics of an environment's work queue.</summary>
public sealed record WorkQueueStats : ApiObject
{
    internal override string? WireType => "work_queue_stats";

    /// <summary>The number of items that wait for a worker.</summary>
    public int Depth { get; init; }

    /// <summary>The number of items that were polled but not acknowledged yet.</summary>
    public int Pending { get; init; }

    /// <summary>When the oldest waiting item was queued; <see langword="null"/> when no item waits.</summary>
    public DateTimeOffset? OldestQueuedAt { get; init; }

    /// <summary>The number of workers with a <see cref="WorkPollOptions.WorkerId"/> that polled within the last 30 seconds; <see langword="null"/> when unknown.</summary>
    public int? WorkersPolling { get; init; }
}
