namespace Managed.Agents.Work;

/// <summary>An item in the work queue of a self-hosted environment.</summary>
public sealed record WorkItem : ApiObject
{
    internal override string? WireType => "work";

    /// <summary>The id, <c>work_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the environment.</summary>
    public string EnvironmentId { get; init => field = value ?? ""; } = "";

    /// <summary>The task of the item.</summary>
    public WorkData Data { get; init => field = value ?? WorkData.Missing; } = WorkData.Missing;

    /// <summary>The state of the item.</summary>
    public WorkState State { get; init; }

    /// <summary>A credential for calls about this item. Prefer it to the environment key. <see cref="WorkSecret.From"/> reads it.</summary>
    /// <value>Set only by <see cref="EnvironmentWorkClient.PollAsync"/>, and not for every item.</value>
    public SecretString? Secret { get; init; }

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the item was queued.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker acknowledged the item; <see langword="null"/> if none has.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When the work started, which is the time of the first heartbeat; <see langword="null"/> if it has not started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last heartbeat arrived; <see langword="null"/> before the first one.</summary>
    public DateTimeOffset? LatestHeartbeatAt { get; init; }

    /// <summary>When a stop was requested; <see langword="null"/> if none was.</summary>
    public DateTimeOffset? StopRequestedAt { get; init; }

    /// <summary>When the work stopped; <see langword="null"/> if it has not.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
