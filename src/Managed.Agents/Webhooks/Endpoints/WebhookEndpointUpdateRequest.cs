namespace Managed.Agents.Webhooks;

/// <summary>A request to update a webhook endpoint. Properties that are not set remain unchanged.</summary>
public sealed record WebhookEndpointUpdateRequest : ApiObject
{
    /// <summary>The new URL. <see langword="null"/> leaves it unchanged.</summary>
    public Uri? Url { get; init; }

    /// <summary>The types of events that replace all current ones. An empty list leaves them unchanged.</summary>
    public IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The new name. <see langword="null"/> leaves it unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>The new description. <see langword="null"/> leaves it unchanged.</summary>
    public string? Description { get; init; }

    /// <summary>The new state. Enabling an endpoint also clears <see cref="WebhookEndpoint.DisabledReason"/>. <see langword="null"/> leaves it unchanged.</summary>
    public WebhookEndpointState? State { get; init; }
}
