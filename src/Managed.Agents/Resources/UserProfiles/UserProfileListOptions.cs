namespace Managed.Agents.UserProfiles;

/// <summary>Options for listing user profiles. A property that is not set does not filter.</summary>
public sealed record UserProfileListOptions
{
    /// <summary>Lists only profiles with one of these statuses; empty for all. With a filter, a page may be short or empty without being the last.</summary>
    /// <value>Not supported with any beta value of user profiles up to 2026-09-04.</value>
    public IReadOnlyList<UserProfileEnforcementStatus> EnforcementStatus { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What the list is sorted by.</summary>
    /// <value>Default at the service: <see cref="UserProfileOrderBy.CreatedAt"/>.</value>
    public UserProfileOrderBy? OrderBy { get; init; }

    /// <summary>The direction of the order.</summary>
    /// <value>Default at the service: descending.</value>
    public SortOrder? Order { get; init; }

    /// <summary>The number of items per page, not in total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("enforcement_status", EnforcementStatus)
        .Add("order_by", OrderBy)
        .Add("order", Order)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
