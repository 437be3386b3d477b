namespace Managed.Agents;

/// <summary>Options for listing sessions. A property that is not set does not filter.</summary>
public sealed record SessionListOptions
{
    /// <summary>Only sessions of this agent (<c>agent_…</c>).</summary>
    public string? AgentId { get; init; }

    /// <summary>Only sessions of this agent version. Requires <see cref="AgentId"/>.</summary>
    public int? AgentVersion { get; init; }

    /// <summary>Only sessions created after this time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only sessions created at or after this time.</summary>
    public DateTimeOffset? CreatedAtOrAfter { get; init; }

    /// <summary>Only sessions created before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only sessions created at or before this time.</summary>
    public DateTimeOffset? CreatedAtOrBefore { get; init; }

    /// <summary>Only sessions started by this deployment (<c>depl_…</c>).</summary>
    public string? DeploymentId { get; init; }

    /// <summary>Whether to include archived sessions.</summary>
    /// <value><see langword="null"/> uses the API's default, <see langword="false"/>.</value>
    public bool? IncludeArchived { get; init; }

    /// <summary>Only sessions that this memory store (<c>memstore_…</c>) is attached to.</summary>
    public string? MemoryStoreId { get; init; }

    /// <summary>The sort order, by creation time.</summary>
    /// <value><see langword="null"/> uses the API's default, newest first.</value>
    public SortOrder? Order { get; init; }

    /// <summary>Only sessions with one of these statuses. Empty means all.</summary>
    public IReadOnlyList<SessionStatus> Statuses { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The maximum number of items per page, not in total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("agent_id", AgentId)
        .Add("agent_version", AgentVersion)
        .Add("created_at[gt]", CreatedAfter)
        .Add("created_at[gte]", CreatedAtOrAfter)
        .Add("created_at[lt]", CreatedBefore)
        .Add("created_at[lte]", CreatedAtOrBefore)
        .Add("deployment_id", DeploymentId)
        .Add("include_archived", IncludeArchived)
        .Add("memory_store_id", MemoryStoreId)
        .Add("order", Order)
        .Add("statuses", Statuses)
        .Add("limit", pageSize ?? PageSize)
        .Add("page", cursor);
}
