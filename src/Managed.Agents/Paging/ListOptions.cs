namespace Managed.Agents;

/// <summary>How to read a list that has no filters.</summary>
public sealed record ListOptions
{
    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString().Add("limit", pageSize ?? PageSize).Add("page", cursor);
}
