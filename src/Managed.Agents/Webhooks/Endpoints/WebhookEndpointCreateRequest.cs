namespace Managed.Agents.Webhooks;

/// <summary>A request to create a webhook endpoint.</summary>
public sealed record WebhookEndpointCreateRequest : ApiObject
{
    /// <summary>The URL that the events are sent to. Must be an https URL on port 443 with a public host name.</summary>
    public required Uri Url { get; init; }

    /// <summary>The types of events to send. At least one is required.</summary>
    public required IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>The name of the endpoint.</summary>
    public string? Name { get; init; }

    /// <summary>A description of the endpoint for people.</summary>
    public string? Description { get; init; }
}
