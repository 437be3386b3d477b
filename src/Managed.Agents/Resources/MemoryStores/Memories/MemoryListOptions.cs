namespace Managed.Agents;

/// <summary>Which memories to list. What is unset does not filter.</summary>
public sealed record MemoryListOptions
{
    /// <summary>Only what is below this path, which ends in <c>/</c>; null for the whole store. The path of a <see cref="MemoryPrefix"/> fits.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>How deep to list: 0 for everything below the prefix, 1 for what is directly below it, with a <see cref="MemoryPrefix"/> for each group of deeper memories.</summary>
    /// <value>Default at the service: 0.</value>
    public int? Depth { get; init; }

    /// <summary>Whether the texts are handed out too.</summary>
    /// <value>Default at the service: <see cref="MemoryView.Basic"/>, without texts.</value>
    public MemoryView? View { get; init; }

    /// <summary>Items per page, not in all: at most 100, or 20 with <see cref="MemoryView.Full"/>.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("depth", Depth)
        .Add("path_prefix", PathPrefix)
        .Add("view", View)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
