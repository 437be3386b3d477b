namespace Managed.Agents.Webhooks;

/// <summary>Options for listing webhook endpoints.</summary>
public sealed record WebhookEndpointListOptions
{
    /// <summary>The order by creation time.</summary>
    /// <value>Default of the service: newest first.</value>
    public SortOrder? Order { get; init; }

    /// <summary>Lists backwards from the endpoint with this id, which is not included: the page before it, then the page before that page.</summary>
    public string? BeforeId { get; init; }

    /// <summary>The maximum number of items per page, not in total.</summary>
    public int? PageSize { get; init; }

    internal QueryString Query(string? cursor, int? pageSize) => new QueryString()
        .Add("order", Order)
        .Add("limit", pageSize ?? PageSize)
        .Add("before_id", BeforeId is null ? null : cursor ?? BeforeId)
        .Add("after_id", BeforeId is null ? cursor : null);
}
