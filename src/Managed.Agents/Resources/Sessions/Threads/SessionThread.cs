namespace Managed.Agents;

/// <summary>A thread of a session: the primary thread, or the thread of an agent that the primary agent delegates to.</summary>
public sealed record SessionThread : ApiObject
{
    internal override string? WireType => "session_thread";

    /// <summary>The id (<c>sthr_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The id of the session.</summary>
    public string SessionId { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the thread that started this thread.</summary>
    /// <value><see langword="null"/> on the primary thread.</value>
    public string? ParentThreadId { get; init; }

    /// <summary>The id of the workflow run that the thread belongs to.</summary>
    /// <value><see langword="null"/> for a thread that does not belong to a workflow run.</value>
    public string? WorkflowRunId { get; init; }

    /// <summary>The agent that runs in the thread.</summary>
    public ThreadAgent Agent { get; init => field = value ?? ThreadAgent.Missing; } = ThreadAgent.Missing;

    /// <summary>The status of the thread.</summary>
    public SessionStatus Status { get; init; }

    /// <summary>The usage of the thread.</summary>
    /// <value><see langword="null"/> until the thread becomes idle for the first time.</value>
    public SessionUsage? Usage { get; init; }

    /// <summary>The duration and active time of the thread.</summary>
    /// <value><see langword="null"/> until the status of the thread changes for the first time.</value>
    public SessionThreadStats? Stats { get; init; }

    /// <summary>When the thread was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the thread was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the thread was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
