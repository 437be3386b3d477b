namespace Managed.Agents.AspNetCore;

/// <summary>Options for catching up missed webhooks.</summary>
public sealed class WebhookCatchUpOptions
{
    /// <summary>The interval between two searches. The first search runs at the start of the host.</summary>
    /// <value>Default: 5 minutes. Must be greater than zero.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The time that the service has to deliver a webhook. Only older events are caught up. Must be longer than the period in which the
    /// service retries.
    /// </summary>
    /// <value>Default: 10 minutes. Must not be negative.</value>
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The period to search when no checkpoint is stored.</summary>
    /// <value>Default: 1 hour. Must not be negative.</value>
    public TimeSpan InitialLookback { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The maximum age of a session at the start of the search. Older sessions are ignored, because the API lists sessions by creation time and each one costs requests.</summary>
    /// <value>Default: 30 days. Must not be negative.</value>
    public TimeSpan MaxSessionAge { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Returns whether a session belongs to this application, for example by its metadata, when others use the same workspace.</summary>
    /// <value>Default: <see langword="null"/>, which includes all sessions.</value>
    public Func<Session, bool>? Filter { get; set; }

    internal WebhookCatchUpOptions Copy() => (WebhookCatchUpOptions)MemberwiseClone();
}
