namespace Managed.Agents.AspNetCore;

/// <summary>What came of looking for missed webhooks once.</summary>
public sealed record WebhookCatchUpReport
{
    /// <summary>From when on it was looked.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The checkpoint now: all up to it is caught up. It stands still at the first webhook whose handling failed.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>How many sessions came to rest in that time.</summary>
    public int Sessions { get; init; }

    /// <summary>For how many rests no bell had rung. Those that were caught up in an earlier pass count again.</summary>
    public int Missed { get; init; }

    /// <summary>How many of these could not be handled, and are tried again.</summary>
    public int Failed { get; init; }
}
