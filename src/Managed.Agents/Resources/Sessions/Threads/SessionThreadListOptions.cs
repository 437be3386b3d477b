namespace Managed.Agents;

/// <summary>Which threads of a session to list. What is unset does not filter.</summary>
public sealed record SessionThreadListOptions
{
    /// <summary>Only threads in one of these states; empty for all.</summary>
    public IReadOnlyList<SessionStatus> Statuses { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("statuses", Statuses)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
