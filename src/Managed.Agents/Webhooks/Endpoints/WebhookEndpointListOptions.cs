namespace Managed.Agents.Webhooks;

/// <summary>How to list webhook endpoints.</summary>
public sealed record WebhookEndpointListOptions
{
    /// <summary>The order, by time of creation.</summary>
    /// <value>Default at the service: newest first.</value>
    public SortOrder? Order { get; init; }

    /// <summary>Reads the list backwards from the endpoint with this id, which is left out: the page before it, then the one before that.</summary>
    public string? BeforeId { get; init; }

    /// <summary>Items per page, not in all.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("order", Order)
        .Add("limit", pageSize ?? PageSize)
        .Add("before_id", BeforeId is null ? null : cursor ?? BeforeId)
        .Add("after_id", BeforeId is null ? cursor : null);
}
