namespace Managed.Agents;

/// <summary>How to ask for work.</summary>
public sealed record WorkPollOptions
{
    /// <summary>For how many milliseconds the service waits for work to come when there is none: 1 to 999.</summary>
    /// <value>Default at the service: not at all.</value>
    public int? BlockTimeout { get; init; }

    /// <summary>After how many milliseconds an item that was handed out, and that nobody acknowledged, is handed out again.</summary>
    /// <value>Default at the service: 5,000.</value>
    public int? ReclaimOlderThan { get; init; }

    /// <summary>The name of the worker, of visible ASCII. Only workers with a name are counted in <see cref="WorkQueueStats.WorkersPolling"/>.</summary>
    public string? WorkerId { get; init; }

    internal QueryString Query() => new QueryString()
        .Add("block_ms", BlockTimeout)
        .Add("reclaim_older_than_ms", ReclaimOlderThan);

    internal static (string Name, string Value)? Header(WorkPollOptions options) =>
        options.WorkerId is not { } worker ? null
        : ApiHeaders.IsValue(worker) ? ("Anthropic-Worker-ID", worker)
        : throw new ArgumentException("WorkPollOptions.WorkerId is empty, or holds characters other than visible ASCII (a line break, for example).", nameof(options));
}
