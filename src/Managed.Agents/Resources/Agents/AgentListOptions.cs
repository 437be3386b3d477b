namespace Managed.Agents;

/// <summary>Which agents to list. What is unset does not filter.</summary>
public sealed record AgentListOptions
{
    /// <summary>Only agents created at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only agents created at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Whether archived agents are listed too.</summary>
    /// <value>Default at the service: false.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("include_archived", IncludeArchived)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
