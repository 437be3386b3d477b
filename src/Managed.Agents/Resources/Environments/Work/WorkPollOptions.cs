namespace Managed.Agents.Work;

/// <summary>Options for polling the work queue.</summary>
public sealed record WorkPollOptions
{
    /// <summary>How long the service waits for work when the queue is empty: 1 to 999 milliseconds.</summary>
    /// <value>Default: the service does not wait.</value>
    public TimeSpan? BlockTimeout { get; init; }

    /// <summary>The time after which an item that was polled but not acknowledged is returned again, in milliseconds on the wire.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan? ReclaimOlderThan { get; init; }

    /// <summary>The name of the worker, in visible ASCII characters. <see cref="WorkQueueStats.WorkersPolling"/> counts only workers with a name.</summary>
    public string? WorkerId { get; init; }

    internal QueryString Query() => new QueryString()
        .AddMilliseconds("block_ms", BlockTimeout)
        .AddMilliseconds("reclaim_older_than_ms", ReclaimOlderThan);

    internal static (string Name, string Value)? Header(WorkPollOptions options) =>
        options.WorkerId is not { } worker ? null
        : ApiHeaders.IsValue(worker) ? ("Anthropic-Worker-ID", worker)
        : throw new ArgumentException("WorkPollOptions.WorkerId is empty or contains characters other than visible ASCII (for example a line break).", nameof(options));
}
