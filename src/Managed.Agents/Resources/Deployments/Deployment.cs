namespace Managed.Agents;

/// <summary>A deployment: an agent with the configuration of its sessions, which are started by a schedule or manually.</summary>
/// <remarks>The agent version is pinned when the deployment is created. Archiving the agent archives its deployments.</remarks>
public sealed record Deployment : ApiObject, ICreatedObject
{
    internal override string? WireType => "deployment";

    /// <summary>The id (<c>depl_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The name of the deployment.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The agent, at the pinned version.</summary>
    public AgentReference Agent { get; init => field = value ?? new AgentReference(""); } = new("");

    /// <summary>The id of the environment (<c>env_…</c>) that the sessions run in.</summary>
    public string EnvironmentId { get; init => field = value ?? ""; } = "";

    /// <summary>The initial events of each session.</summary>
    public IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The resources of each session. They have no ids here: each session gets its own copies.</summary>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The ids of the vaults whose credentials each session uses.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The schedule that starts sessions; <see langword="null"/> when they are only started manually.</summary>
    public DeploymentSchedule? Schedule { get; init; }

    /// <summary>The budget of each session; <see langword="null"/> for no budget.</summary>
    public BudgetLimit? Budget { get; init; }

    /// <summary>Whether the schedule is active. An archived deployment also reports active: check <see cref="ArchivedAt"/> first.</summary>
    public DeploymentStatus Status { get; init; }

    /// <summary>Why the deployment is paused; <see langword="null"/> when it is not paused.</summary>
    public DeploymentPausedReason? PausedReason { get; init; }

    /// <summary>The key-value pairs set by the caller.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the deployment was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the deployment was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the deployment was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
