namespace Managed.Agents.UserProfiles;

/// <summary>Which user profiles to list. What is unset does not filter.</summary>
public sealed record UserProfileListOptions
{
    /// <summary>Only profiles with one of these; empty for all. Pages may then be short or empty, and still not be the last.</summary>
    /// <value>Refused under any beta value of user profiles up to 2026-09-04.</value>
    public IReadOnlyList<UserProfileEnforcementStatus> EnforcementStatus { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What the list is sorted by.</summary>
    /// <value>Default at the service: <see cref="UserProfileOrderBy.CreatedAt"/>.</value>
    public UserProfileOrderBy? OrderBy { get; init; }

    /// <summary>The direction of the order.</summary>
    /// <value>Default at the service: descending.</value>
    public SortOrder? Order { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("enforcement_status", EnforcementStatus)
        .Add("order_by", OrderBy)
        .Add("order", Order)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
