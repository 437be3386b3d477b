namespace Managed.Agents;

/// <summary>What a heartbeat says.</summary>
public sealed record WorkHeartbeatOptions
{
    /// <summary>The <see cref="ExpectedLastHeartbeat"/> of the first heartbeat: the lease is claimed only if nobody has it.</summary>
    public const string NoHeartbeat = "NO_HEARTBEAT";

    /// <summary>The heartbeat that the worker believes to be the last: <see cref="NoHeartbeat"/>, then <see cref="WorkHeartbeat.LastHeartbeat"/> of the answer before, unchanged.</summary>
    /// <value>Null extends the lease whoever has it. Not compared while the item is stopping or stopped.</value>
    public string? ExpectedLastHeartbeat { get; init; }

    /// <summary>For how many seconds the worker would like the lease to last.</summary>
    /// <value>Null for the service's default. The answer says how long it does.</value>
    public int? DesiredTimeToLive { get; init; }

    internal QueryString Query() => new QueryString()
        .Add("desired_ttl_seconds", DesiredTimeToLive)
        .Add("expected_last_heartbeat", ExpectedLastHeartbeat);
}
