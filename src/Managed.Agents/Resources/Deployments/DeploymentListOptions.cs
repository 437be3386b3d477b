namespace Managed.Agents;

/// <summary>Options for listing deployments. A property that is not set does not filter.</summary>
public sealed record DeploymentListOptions
{
    /// <summary>Only deployments of this agent (<c>agent_…</c>).</summary>
    public string? AgentId { get; init; }

    /// <summary>Only deployments created at or after this time.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only deployments created at or before this time.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Whether to include archived deployments. Cannot be combined with <see cref="Status"/>.</summary>
    /// <value><see langword="null"/> uses the API's default, <see langword="false"/>.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Only deployments with this status; <see langword="null"/> for all. Cannot be combined with <see cref="IncludeArchived"/>.</summary>
    public DeploymentStatus? Status { get; init; }

    /// <summary>The maximum number of items per page, not in total.</summary>
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
