namespace Managed.Agents;

/// <summary>Options for listing the events of a session. A property that is not set does not filter.</summary>
public sealed record SessionEventListOptions
{
    /// <summary>Only events processed after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only events processed at or after this time.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only events processed before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only events processed at or before this time.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>The sort order, by processing time.</summary>
    /// <value><see langword="null"/> uses the API's default, oldest first.</value>
    public SortOrder? Order { get; init; }

    /// <summary>Only events of these types. Empty means all.</summary>
    public IReadOnlyList<SessionEventType> Types { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The maximum number of items per page, not in total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("created_at[gt]", CreatedAfter)
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lt]", CreatedBefore)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("order", Order)
        .Add("types", Types)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
