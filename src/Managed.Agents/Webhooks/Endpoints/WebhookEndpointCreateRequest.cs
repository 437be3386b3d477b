namespace Managed.Agents.Webhooks;

/// <summary>A new webhook endpoint.</summary>
public sealed record WebhookEndpointCreateRequest : ApiObject
{
    /// <summary>Where the events go: an https URL on port 443 with a host name that is publicly reachable.</summary>
    public required string Url { get; init; }

    /// <summary>The kinds of events that go there; at least one.</summary>
    public required IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init => field = ReadOnlyCopy.OfList(value); }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What the endpoint is for, in words for people.</summary>
    public string? Description { get; init; }
}
