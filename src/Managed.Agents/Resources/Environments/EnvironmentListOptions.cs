namespace Managed.Agents;

/// <summary>Which environments to list. What is unset does not filter.</summary>
public sealed record EnvironmentListOptions
{
    /// <summary>Whether archived environments are listed too.</summary>
    /// <value>Default at the service: false.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("include_archived", IncludeArchived)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
