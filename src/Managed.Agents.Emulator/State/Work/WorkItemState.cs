using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A piece of work for the workers of an environment, and the lease of the one that has it. Guarded by the lock of its queue.</summary>
internal sealed class WorkItemState(string id, long sequence, DateTimeOffset createdAt, string environmentId, string dataType, string dataId) : IListed
{
    public const string Queued = "queued";
    public const string Starting = "starting";
    public const string Active = "active";
    public const string Stopping = "stopping";
    public const string Stopped = "stopped";

    /// <summary>The longest time a lease lasts, and the one it has unless a worker asks for less.</summary>
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

    /// <summary>The session the work is about, or null where it is about none.</summary>
    public string? SessionId => dataType == WorkQueue.Session ? dataId : null;

    public string State { get; private set; } = Queued;

    /// <summary>Since when the item waits for a worker, this time.</summary>
    public DateTimeOffset QueuedAt { get => field == default ? createdAt : field; private set; }

    /// <summary>When the item was handed out and not yet acknowledged.</summary>
    public DateTimeOffset? PolledAt { get; private set; }

    /// <summary>The last heartbeat as workers send it back, or null before the first.</summary>
    public string? LastHeartbeat => _heartbeatAt is { } at ? Json.Time(at) : null;

    public int TtlSeconds { get; private set; } = MaxTtlSeconds;

    public JsonObject Metadata { get; set; } = [];

    /// <summary>Whether somebody works on it, or is going to.</summary>
    public bool IsOpen => State is Queued or Starting or Active;

    public bool IsAbout(string type, string otherId) => dataType == type && dataId == otherId;

    public void HandOut(DateTimeOffset now) => PolledAt = now;

    public void Acknowledge(DateTimeOffset now)
    {
        State = Starting;
        PolledAt = null;
        _acknowledgedAt = now;
        Extend(now);
    }

    public void Beat(DateTimeOffset now, int? ttlSeconds)
    {
        // Each heartbeat has a time of its own, also where the clock stands still: it is what tells workers apart.
        _heartbeatAt = now > _heartbeatAt || _heartbeatAt is null ? now : _heartbeatAt.Value.AddMicroseconds(1);
        _startedAt ??= now;
        TtlSeconds = ttlSeconds ?? TtlSeconds;
        State = State == Starting ? Active : State;
        Extend(now);
    }

    /// <summary>Asks the worker to stop, or stops at once if that is wanted or nobody has the item.</summary>
    public void Stop(DateTimeOffset now, bool force)
    {
        _stopRequestedAt ??= now;
        if (force || State == Queued)
        {
            End(now);
        }
        else
        {
            State = Stopping;
        }
    }

    /// <summary>Takes note of a lease that has run out: the item waits for another worker, or is over if it was to stop.</summary>
    public void Refresh(DateTimeOffset now)
    {
        if (now < _leaseEnds || State is Queued or Stopped)
        {
            return;
        }

        if (State == Stopping)
        {
            End(_leaseEnds);
            return;
        }

        State = Queued;
        QueuedAt = _leaseEnds;
        (_acknowledgedAt, _startedAt, _heartbeatAt) = (null, null, null);
        TtlSeconds = MaxTtlSeconds;
    }

    /// <param name="secret">A credential for whoever has polled the item; null for everybody else.</param>
    public JsonObject ToJson(string? secret = null) => new()
    {
        ["id"] = id,
        ["type"] = "work",
        ["environment_id"] = environmentId,
        ["data"] = new JsonObject { ["type"] = dataType, ["id"] = dataId },
        ["state"] = State,
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
        ["state"] = State,
        ["ttl_seconds"] = TtlSeconds,
    };

    private void Extend(DateTimeOffset now) => _leaseEnds = now.AddSeconds(TtlSeconds);

    private void End(DateTimeOffset at)
    {
        State = Stopped;
        PolledAt = null;
        _stoppedAt = at;
    }
}
