namespace Managed.Agents;

/// <summary>The answer to a heartbeat.</summary>
public sealed record WorkHeartbeat : ApiObject
{
    internal override string? WireType => "work_heartbeat";

    /// <summary>The time of this heartbeat as the service writes it, to be sent back unchanged with the next; empty before the first.</summary>
    public string LastHeartbeat { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the worker still has the lease. If not, it stops and leaves the item alone.</summary>
    public bool LeaseExtended { get; init; }

    /// <summary>The state of the item. <see cref="WorkState.Stopping"/> and <see cref="WorkState.Stopped"/> tell the worker to stop.</summary>
    public WorkState State { get; init; }

    /// <summary>For how many seconds the lease lasts without another heartbeat.</summary>
    public int TimeToLive { get; init; }
}
