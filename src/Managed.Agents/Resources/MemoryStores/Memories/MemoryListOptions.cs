namespace Managed.Agents;

/// <summary>Options for listing memories. Properties that are not set do not filter.</summary>
public sealed record MemoryListOptions
{
    /// <summary>Lists only memories below this path, which must end in <c>/</c>; <see langword="null"/> lists the whole store. The path of a <see cref="MemoryPrefix"/> can be used.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>The depth of the list: 0 lists everything below the prefix; 1 lists one level, with a <see cref="MemoryPrefix"/> for each group of deeper memories.</summary>
    /// <value>Default: 0.</value>
    public int? Depth { get; init; }

    /// <summary>Whether the list contains the texts.</summary>
    /// <value>Default: <see cref="MemoryView.Basic"/>, without texts.</value>
    public MemoryView? View { get; init; }

    /// <summary>The maximum number of items per page: at most 100, or 20 with <see cref="MemoryView.Full"/>. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("depth", Depth)
        .Add("path_prefix", PathPrefix)
        .Add("view", View)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
