namespace Managed.Agents;

/// <summary>Options for listing environments. Properties that are not set do not filter.</summary>
public sealed record EnvironmentListOptions
{
    /// <summary>Whether to include archived environments.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>The maximum number of items per page. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("include_archived", IncludeArchived)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
