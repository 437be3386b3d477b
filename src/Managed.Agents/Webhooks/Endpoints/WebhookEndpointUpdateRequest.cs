namespace Managed.Agents.Webhooks;

/// <summary>A change of a webhook endpoint. What is left out stays as it is.</summary>
public sealed record WebhookEndpointUpdateRequest : ApiObject
{
    /// <summary>Where the events go from now on; null keeps it.</summary>
    public string? Url { get; init; }

    /// <summary>The kinds of events in place of all; empty keeps what is stored.</summary>
    public IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The new name; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>The new description; null keeps it.</summary>
    public string? Description { get; init; }

    /// <summary>Disables the endpoint, or enables it, which also clears <see cref="WebhookEndpoint.DisabledReason"/>; null keeps it.</summary>
    public WebhookEndpointState? State { get; init; }
}
