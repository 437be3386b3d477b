namespace Managed.Agents.AspNetCore;

/// <summary>The result of one search for missed webhooks.</summary>
public sealed record WebhookCatchUpReport
{
    /// <summary>The start of the period that was searched.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The new checkpoint. It does not move past the first webhook whose handling failed.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>The number of sessions that became idle or were terminated in the period.</summary>
    public int Sessions { get; init; }

    /// <summary>The number of webhooks that were not delivered, including those that an earlier search caught up.</summary>
    public int Missed { get; init; }

    /// <summary>The number of missed webhooks whose handling failed. The next search tries again.</summary>
    public int Failed { get; init; }
}
