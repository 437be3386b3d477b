using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>The response to a heartbeat.</summary>
public sealed record WorkHeartbeat : ApiObject
{
    internal override string? WireType => "work_heartbeat";

    /// <summary>The time of this heartbeat as sent by the service; empty before the first one. Send it back unchanged with the next heartbeat.</summary>
    public string LastHeartbeat { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the worker still holds the lease. If <see langword="false"/>, the worker must stop and leave the item to others.</summary>
    public bool LeaseExtended { get; init; }

    /// <summary>The state of the item. The worker must stop when it is <see cref="WorkState.Stopping"/> or <see cref="WorkState.Stopped"/>.</summary>
    public WorkState State { get; init; }

    /// <summary>The time until the lease expires without another heartbeat, in seconds on the wire.</summary>
    [JsonPropertyName("ttl_seconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan TimeToLive { get; init; }
}
