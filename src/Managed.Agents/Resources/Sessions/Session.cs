using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A conversation with an agent that works in an environment of its own.</summary>
/// <remarks>
/// It is idle when nothing is to be done, so it never "finishes": a message goes on with it until it is archived or deleted.
/// </remarks>
public sealed record Session : ApiObject
{
    internal override string? WireType => "session";

    /// <summary>The id, <c>sesn_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the session works.</summary>
    public SessionStatus Status { get; init; }

    /// <summary>The title; null when none was given.</summary>
    public string? Title { get; init; }

    /// <summary>The agent as the session runs it: the version it pinned, with what the session overrides.</summary>
    public SessionAgent Agent { get; init => field = value ?? SessionAgent.None; } = SessionAgent.None;

    /// <summary>The id of the environment (<c>env_…</c>) that the session works in.</summary>
    public string EnvironmentId { get; init => field = value ?? ""; } = "";

    /// <summary>The files, repositories and memory stores that the agent can reach.</summary>
    public IReadOnlyList<SessionResource> Resources { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The vaults whose credentials the session uses; the first one with a fitting credential wins.</summary>
    public IReadOnlyList<string> VaultIds { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What the session has used since it was created.</summary>
    public SessionUsage Usage { get; init => field = value ?? SessionUsage.None; } = SessionUsage.None;

    /// <summary>How long the session exists and works.</summary>
    public SessionStats Stats { get; init => field = value ?? SessionStats.None; } = SessionStats.None;

    /// <summary>The cap on what the session may cost.</summary>
    /// <value>Null without a budget.</value>
    public BudgetLimit? Budget { get; init; }

    /// <summary>The outcomes the session was given, and how far they are.</summary>
    public IReadOnlyList<OutcomeEvaluation> OutcomeEvaluations { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The deployment that created the session.</summary>
    /// <value>Null when it was created otherwise.</value>
    public string? DeploymentId { get; init; }

    /// <summary>When the session was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the session last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the session was archived; null while it was not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
