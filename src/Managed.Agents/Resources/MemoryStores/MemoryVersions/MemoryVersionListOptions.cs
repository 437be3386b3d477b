namespace Managed.Agents;

/// <summary>Options for listing versions of memories. Properties that are not set do not filter.</summary>
public sealed record MemoryVersionListOptions
{
    /// <summary>Only versions of this memory (<c>mem_…</c>), which may have been deleted.</summary>
    public string? MemoryId { get; init; }

    /// <summary>Only changes of this type.</summary>
    public MemoryVersionOperation? Operation { get; init; }

    /// <summary>Only changes made in this session (<c>sesn_…</c>).</summary>
    public string? SessionId { get; init; }

    /// <summary>Only changes made with the API key with this id.</summary>
    public string? ApiKeyId { get; init; }

    /// <summary>Only changes made by the service account with this id.</summary>
    public string? ServiceAccountId { get; init; }

    /// <summary>Only versions created at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only versions created at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Whether the list contains the texts.</summary>
    /// <value>Default: <see cref="MemoryView.Basic"/>, without texts.</value>
    public MemoryView? View { get; init; }

    /// <summary>The maximum number of items per page: at most 20 with <see cref="MemoryView.Full"/>. It does not limit the total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("api_key_id", ApiKeyId)
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("memory_id", MemoryId)
        .Add("operation", Operation)
        .Add("service_account_id", ServiceAccountId)
        .Add("session_id", SessionId)
        .Add("view", View)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
