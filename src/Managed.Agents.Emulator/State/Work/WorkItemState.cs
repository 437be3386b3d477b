using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A work item of an environment and the lease of its worker. Guarded by the lock of its queue.</summary>
internal sealed class WorkItemState(string id, long sequence, DateTimeOffset createdAt, string environmentId, string dataType, string dataId) : IListed
{
    /// <summary>The maximum duration of a lease, and the default.</summary>
    public const int MaxTtlSeconds = 300;

    private DateTimeOffset _leaseEnds;
    private DateTimeOffset? _acknowledgedAt;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset? _heartbeatAt;
    private DateTimeOffset? _stopRequestedAt;
    private DateTimeOffset? _stoppedAt;

    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public string EnvironmentId => environmentId;

    /// <summary>The session of the work item, or null when it is not for a session.</summary>
    public string? SessionId => dataType == WorkQueue.Session ? dataId : null;

    public WorkState State { get; private set; }

    /// <summary>When the item was last queued.</summary>
    public DateTimeOffset QueuedAt { get => field == default ? createdAt : field; private set; }

    /// <summary>When the item was returned to a worker that has not acknowledged it yet.</summary>
    public DateTimeOffset? PolledAt { get; private set; }

    /// <summary>The time of the last heartbeat, as a worker must send it with its next heartbeat; null before the first one.</summary>
    public string? LastHeartbeat => _heartbeatAt is { } at ? Json.Time(at) : null;

    public int TtlSeconds { get; private set; } = MaxTtlSeconds;

    public JsonObject Metadata { get; set; } = [];

    /// <summary>Whether the item is queued, starting or active.</summary>
    public bool IsOpen => State is WorkState.Queued or WorkState.Starting or WorkState.Active;

    public bool IsFor(string type, string otherId) => dataType == type && dataId == otherId;

    public void MarkPolled(DateTimeOffset now) => PolledAt = now;

    public void Acknowledge(DateTimeOffset now)
    {
        State = WorkState.Starting;
        PolledAt = null;
        _acknowledgedAt = now;
        Extend(now);
    }

    public void RecordHeartbeat(DateTimeOffset now, int? ttlSeconds)
    {
        // Every heartbeat needs a unique time, even when the clock stands still, because it identifies the worker.
        _heartbeatAt = now > _heartbeatAt || _heartbeatAt is null ? now : _heartbeatAt.Value.AddMicroseconds(1);
        _startedAt ??= now;
        TtlSeconds = ttlSeconds ?? TtlSeconds;
        State = State is WorkState.Starting ? WorkState.Active : State;
        Extend(now);
    }

    /// <summary>Asks the worker to stop. Stops immediately when forced or when no worker has the item.</summary>
    public void Stop(DateTimeOffset now, bool force)
    {
        _stopRequestedAt ??= now;
        if (force || State is WorkState.Queued)
        {
            End(now);
        }
        else
        {
            State = WorkState.Stopping;
        }
    }

    /// <summary>Handles an expired lease: queues the item again, or stops it if it was stopping.</summary>
    public void Refresh(DateTimeOffset now)
    {
        if (now < _leaseEnds || State is WorkState.Queued or WorkState.Stopped)
        {
            return;
        }

        if (State is WorkState.Stopping)
        {
            End(_leaseEnds);
            return;
        }

        State = WorkState.Queued;
        QueuedAt = _leaseEnds;
        (_acknowledgedAt, _startedAt, _heartbeatAt) = (null, null, null);
        TtlSeconds = MaxTtlSeconds;
    }

    /// <param name="secret">The credential for the worker that polled the item; null in all other responses.</param>
    public JsonObject ToJson(string? secret = null) => new()
    {
        ["id"] = id,
        ["type"] = "work",
        ["environment_id"] = environmentId,
        ["data"] = new JsonObject { ["type"] = dataType, ["id"] = dataId },
        ["state"] = State.ToWireName(),
        ["secret"] = secret,
        ["metadata"] = Metadata.Copy(),
        ["created_at"] = Json.Time(createdAt),
        ["acknowledged_at"] = Json.TimeOrNull(_acknowledgedAt),
        ["started_at"] = Json.TimeOrNull(_startedAt),
        ["latest_heartbeat_at"] = Json.TimeOrNull(_heartbeatAt),
        ["stop_requested_at"] = Json.TimeOrNull(_stopRequestedAt),
        ["stopped_at"] = Json.TimeOrNull(_stoppedAt),
    };

    public JsonObject LeaseJson(string? lastHeartbeat, bool isExtended) => new()
    {
        ["last_heartbeat"] = lastHeartbeat,
        ["lease_extended"] = isExtended,
        ["state"] = State.ToWireName(),
        ["ttl_seconds"] = TtlSeconds,
    };

    private void Extend(DateTimeOffset now) => _leaseEnds = now.AddSeconds(TtlSeconds);

    private void End(DateTimeOffset at)
    {
        State = WorkState.Stopped;
        PolledAt = null;
        _stoppedAt = at;
    }
}
