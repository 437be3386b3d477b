using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>An agent with everything a session of it needs, ready to be started again and again: by a schedule or by hand.</summary>
/// <remarks>The agent's version is pinned when the deployment is made. Archiving the agent archives its deployments.</remarks>
public sealed record Deployment : ApiObject
{
    internal override string? WireType => "deployment";

    /// <summary>The id, <c>depl_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the deployment is for, in words for people; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>The agent, at the version that is pinned.</summary>
    public AgentReference Agent { get; init => field = value ?? new AgentReference(""); } = new("");

    /// <summary>The id of the environment that the sessions work in.</summary>
    public string EnvironmentId { get; init => field = value ?? ""; } = "";

    /// <summary>What each session begins with.</summary>
    public IReadOnlyList<SessionInput> InitialEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What each session can reach. They have no ids here; each session makes resources of its own of them.</summary>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The vaults whose credentials each session uses.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>When sessions start by themselves; null when only a call starts one.</summary>
    public DeploymentSchedule? Schedule { get; init; }

    /// <summary>The cap that each session gets; null for none.</summary>
    public BudgetLimit? Budget { get; init; }

    /// <summary>Whether the schedule is followed. Archived deployments read as active; look at <see cref="ArchivedAt"/> first.</summary>
    public DeploymentStatus Status { get; init; }

    /// <summary>Who or what paused the deployment; null while it is not paused.</summary>
    public DeploymentPausedReason? PausedReason { get; init; }

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the deployment was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the deployment last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the deployment was archived; null while it can be used.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
