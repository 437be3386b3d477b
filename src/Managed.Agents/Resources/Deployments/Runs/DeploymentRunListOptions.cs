namespace Managed.Agents;

/// <summary>Which runs to list. What is unset does not filter.</summary>
public sealed record DeploymentRunListOptions
{
    /// <summary>Only runs of this deployment (<c>depl_…</c>). An id that does not exist gives an empty list.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>True for runs that failed, false for runs that started a session.</summary>
    public bool? HasError { get; init; }

    /// <summary>Only runs that were started this way.</summary>
    public DeploymentTriggerType? TriggerType { get; init; }

    /// <summary>Only runs created after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only runs created at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only runs created before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only runs created at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("deployment_id", DeploymentId)
        .Add("has_error", HasError)
        .Add("trigger_type", TriggerType)
        .Add("created_at[gt]", CreatedAfter)
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lt]", CreatedBefore)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
