namespace Managed.Agents.Webhooks;

/// <summary>The confirmation that a webhook endpoint was deleted.</summary>
public sealed record DeletedWebhookEndpoint : ApiObject
{
    internal override string? WireType => "webhook_endpoint_deleted";

    /// <summary>The id of the deleted endpoint.</summary>
    public required string Id { get; init; }
}
