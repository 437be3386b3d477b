namespace Managed.Agents;

/// <summary>Options for listing agents. Properties that are not set do not filter.</summary>
public sealed record AgentListOptions
{
    /// <summary>Only agents created at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only agents created at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Whether to include archived agents.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>The maximum number of items per page. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("include_archived", IncludeArchived)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
