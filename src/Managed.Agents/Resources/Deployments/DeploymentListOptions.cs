namespace Managed.Agents;

/// <summary>Which deployments to list. What is unset does not filter.</summary>
public sealed record DeploymentListOptions
{
    /// <summary>Only deployments of this agent (<c>agent_…</c>).</summary>
    public string? AgentId { get; init; }

    /// <summary>Only deployments created at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only deployments created at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Whether archived deployments are listed too. Not together with <see cref="Status"/>.</summary>
    /// <value>Default at the service: false.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Only deployments of this status; null for both. Not together with <see cref="IncludeArchived"/>.</summary>
    public DeploymentStatus? Status { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("agent_id", AgentId)
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("include_archived", IncludeArchived)
        .Add("status", Status)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
