namespace Managed.Agents;

/// <summary>Which files to list. What is unset does not filter.</summary>
public sealed record FileListOptions
{
    /// <summary>Only these files, at most 100 ids; ids of no file are passed over. The list is then one page, whatever <see cref="PageSize"/> says.</summary>
    public IReadOnlyList<string> Ids { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Only files of this session (<c>sesn_…</c>): what it made, and its copies of what it was given.</summary>
    /// <remarks>This filter is in beta; the call sends the beta value that it needs. See also <see cref="SessionsClient.Outputs"/>.</remarks>
    public string? ScopeId { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("ids", Ids)
        .Add("scope_id", ScopeId)
        .Add("limit", Ids.Count > 0 ? null : pageSize ?? PageSize)
        .Add("page", cursor);
}
