namespace Managed.Agents;

/// <summary>A session: a conversation with an agent that works in an environment.</summary>
/// <remarks>A session without work is idle, not finished. A message continues it, until it is archived or deleted.</remarks>
public sealed record Session : ApiObject, ICreatedObject
{
    internal override string? WireType => "session";

    /// <summary>The id (<c>sesn_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The status of the session.</summary>
    public SessionStatus Status { get; init; }

    /// <summary>The title; <see langword="null"/> when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The agent as the session runs it: the pinned version with the session's overrides.</summary>
    public SessionAgent Agent { get; init => field = value ?? SessionAgent.None; } = SessionAgent.None;

    /// <summary>The id of the environment (<c>env_…</c>) that the session runs in.</summary>
    public string EnvironmentId { get; init => field = value ?? ""; } = "";

    /// <summary>The files, repositories and memory stores that the agent can use.</summary>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The ids of the vaults whose credentials the session uses. The first vault with a matching credential is used.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The key-value pairs set by the caller.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>The usage of the session since it was created.</summary>
    public SessionUsage Usage { get; init => field = value ?? SessionUsage.None; } = SessionUsage.None;

    /// <summary>The duration and active time of the session.</summary>
    public SessionStats Stats { get; init => field = value ?? SessionStats.None; } = SessionStats.None;

    /// <summary>The budget of the session.</summary>
    /// <value><see langword="null"/> when there is no budget.</value>
    public BudgetLimit? Budget { get; init; }

    /// <summary>The outcomes of the session and their evaluations.</summary>
    public IReadOnlyList<OutcomeEvaluation> OutcomeEvaluations { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The id of the deployment that created the session.</summary>
    /// <value><see langword="null"/> when it was not created by a deployment.</value>
    public string? DeploymentId { get; init; }

    /// <summary>When the session was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the session was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the session was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
