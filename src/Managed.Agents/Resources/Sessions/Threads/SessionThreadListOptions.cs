namespace Managed.Agents;

/// <summary>Options for listing the threads of a session. A property that is not set does not filter.</summary>
public sealed record SessionThreadListOptions
{
    /// <summary>Only threads with one of these statuses. Empty means all.</summary>
    public IReadOnlyList<SessionStatus> Statuses { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The maximum number of items per page, not in total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("statuses", Statuses)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
