namespace Managed.Agents;

/// <summary>Options for listing files. Properties that are not set do not filter.</summary>
public sealed record FileListOptions
{
    /// <summary>Lists only these files, at most 100 ids. Unknown ids are ignored. The list is a single page, and <see cref="PageSize"/> has no effect.</summary>
    public IReadOnlyList<string> Ids { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Lists only the files of this session (<c>sesn_…</c>): the files that it created and its copies of the files that it received.</summary>
    /// <remarks>This filter is in beta; the request sends the required beta value. See also <see cref="SessionsClient.Outputs"/>.</remarks>
    public string? ScopeId { get; init; }

    /// <summary>The maximum number of items per page. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("ids", Ids)
        .Add("scope_id", ScopeId)
        .Add("limit", Ids.Count > 0 ? null : pageSize ?? PageSize)
        .Add("page", cursor);
}
