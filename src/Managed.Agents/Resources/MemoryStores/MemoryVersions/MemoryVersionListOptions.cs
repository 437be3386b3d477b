namespace Managed.Agents;

/// <summary>Which versions of memories to list. What is unset does not filter.</summary>
public sealed record MemoryVersionListOptions
{
    /// <summary>Only versions of this memory (<c>mem_…</c>), which may be deleted since.</summary>
    public string? MemoryId { get; init; }

    /// <summary>Only changes of this kind.</summary>
    public MemoryVersionOperation? Operation { get; init; }

    /// <summary>Only changes made in this session (<c>sesn_…</c>).</summary>
    public string? SessionId { get; init; }

    /// <summary>Only changes made with this API key, by its id.</summary>
    public string? ApiKeyId { get; init; }

    /// <summary>Only changes made by this service account.</summary>
    public string? ServiceAccountId { get; init; }

    /// <summary>Only versions created at this time or later.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only versions created at this time or earlier.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Whether the texts are handed out too.</summary>
    /// <value>Default at the service: <see cref="MemoryView.Basic"/>, without texts.</value>
    public MemoryView? View { get; init; }

    /// <summary>Items per page, not in all: at most 20 with <see cref="MemoryView.Full"/>.</summary>
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
