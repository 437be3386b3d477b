namespace Managed.Agents.AspNetCore;

/// <summary>How missed webhooks are caught up.</summary>
public sealed class WebhookCatchUpOptions
{
    /// <summary>How often sessions are looked through, besides once at the start.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a bell may still ring by itself: only what is older is made up for. Keep it longer than the service goes on trying.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far to look back where no checkpoint is stored.</summary>
    /// <value>Default: 1 hour.</value>
    public TimeSpan FirstLookBack { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How old a session may be. The API lists sessions by creation, so older ones cost requests although they rest.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan OldestSession { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Which sessions are this application's, where others use the same workspace, for example by their metadata.</summary>
    /// <value>Default: null, for all.</value>
    public Func<Session, bool>? Filter { get; set; }
}
