namespace Managed.Agents.Webhooks;

/// <summary>The answer to deleting a webhook endpoint.</summary>
public sealed record DeletedWebhookEndpoint : ApiObject
{
    internal override string? WireType => "webhook_endpoint_deleted";

    /// <summary>The id of the endpoint that is gone.</summary>
    public required string Id { get; init; }
}
