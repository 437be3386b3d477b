namespace Managed.Agents;

/// <summary>Options for a list without filters.</summary>
public sealed record ListOptions
{
    /// <summary>The maximum number of items per page. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString().Add("limit", pageSize ?? PageSize).Add("page", cursor);
}
