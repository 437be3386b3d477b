namespace Managed.Agents.Work;

/// <summary>Options for a heartbeat.</summary>
public sealed record WorkHeartbeatOptions
{
    /// <summary>The value of <see cref="ExpectedLastHeartbeat"/> for the first heartbeat. It claims the lease only if no worker holds it.</summary>
    public const string NoHeartbeat = "NO_HEARTBEAT";

    /// <summary>
    /// The last heartbeat that the worker knows of: <see cref="NoHeartbeat"/> at first, then the unchanged
    /// <see cref="WorkHeartbeat.LastHeartbeat"/> of the previous response.
    /// </summary>
    /// <value><see langword="null"/> extends the lease regardless of which worker holds it. The value is not compared while the item is stopping or stopped.</value>
    public string? ExpectedLastHeartbeat { get; init; }

    /// <summary>The requested duration of the lease, in seconds on the wire.</summary>
    /// <value><see langword="null"/> uses the default of the service. The response contains the actual duration.</value>
    public TimeSpan? DesiredTimeToLive { get; init; }

    internal QueryString Query() => new QueryString()
        .AddSeconds("desired_ttl_seconds", DesiredTimeToLive)
        .Add("expected_last_heartbeat", ExpectedLastHeartbeat);
}
