namespace Managed.Agents;

/// <summary>Options for listing runs. A property that is not set does not filter.</summary>
public sealed record DeploymentRunListOptions
{
    /// <summary>Only runs of this deployment (<c>depl_…</c>). If the id does not exist, the list is empty.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>
    /// <see langword="true"/> for runs that failed, <see langword="false"/> for runs that started a session; <see langword="null"/> for
    /// both.
    /// </summary>
    public bool? HasError { get; init; }

    /// <summary>Only runs started by this type of trigger.</summary>
    public DeploymentTriggerType? TriggerType { get; init; }

    /// <summary>Only runs created after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only runs created at or after this time.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only runs created before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only runs created at or before this time.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>The maximum number of items per page, not in total.</summary>
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
