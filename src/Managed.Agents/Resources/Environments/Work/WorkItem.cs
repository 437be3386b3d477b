using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A piece of work in the queue of a self-hosted environment.</summary>
public sealed record WorkItem : ApiObject
{
    internal override string? WireType => "work";

    /// <summary>The id, <c>work_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the environment.</summary>
    public string EnvironmentId { get; init => field = value ?? ""; } = "";

    /// <summary>What is to be done.</summary>
    public WorkData Data { get; init => field = value ?? WorkData.Missing; } = WorkData.Missing;

    /// <summary>How far the item has come.</summary>
    public WorkState State { get; init; }

    /// <summary>A credential for the calls about this item, better than the environment key. <see cref="WorkSecret.From"/> reads it.</summary>
    /// <value>Set only in what <see cref="EnvironmentWorkClient.PollAsync"/> returns, and there not always.</value>
    public SecretString? Secret { get; init; }

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the item was queued.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker acknowledged the item; null before.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When the work began, with the first heartbeat; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last heartbeat arrived; null before the first.</summary>
    public DateTimeOffset? LatestHeartbeatAt { get; init; }

    /// <summary>When somebody asked the worker to stop; null when nobody has.</summary>
    public DateTimeOffset? StopRequestedAt { get; init; }

    /// <summary>When the work ended; null before.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
