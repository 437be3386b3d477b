namespace Managed.Agents;

/// <summary>Which events of a session to list. What is unset does not filter.</summary>
public sealed record SessionEventListOptions
{
    /// <summary>Only events processed after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only events processed at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only events processed before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only events processed at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>The order, by time of processing.</summary>
    /// <value>Default at the service: oldest first.</value>
    public SortOrder? Order { get; init; }

    /// <summary>Only events of these types; empty for all.</summary>
    public IReadOnlyList<SessionEventType> Types { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Items per page, not in all.</summary>
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
