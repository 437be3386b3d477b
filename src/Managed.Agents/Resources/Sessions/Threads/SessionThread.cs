namespace Managed.Agents;

/// <summary>A line of work in a session: the primary one, or one that the agent started for a helper.</summary>
public sealed record SessionThread : ApiObject
{
    internal override string? WireType => "session_thread";

    /// <summary>The id, <c>sthr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the session.</summary>
    public string SessionId { get; init => field = value ?? ""; } = "";

    /// <summary>The thread that started this one.</summary>
    /// <value>Null on the primary thread.</value>
    public string? ParentThreadId { get; init; }

    /// <summary>The workflow run that the thread works for.</summary>
    /// <value>Null for a thread outside of a workflow run.</value>
    public string? WorkflowRunId { get; init; }

    /// <summary>Who works in the thread.</summary>
    public ThreadAgent Agent { get; init => field = value ?? ThreadAgent.Missing; } = ThreadAgent.Missing;

    /// <summary>Whether the thread works.</summary>
    public SessionStatus Status { get; init; }

    /// <summary>What the thread has used.</summary>
    /// <value>Null until the thread first goes idle.</value>
    public SessionUsage? Usage { get; init; }

    /// <summary>How long the thread exists and works.</summary>
    /// <value>Null until its status first changes.</value>
    public SessionThreadStats? Stats { get; init; }

    /// <summary>When the thread was started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the thread last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the thread was archived; null while it was not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
