namespace Managed.Agents.Webhooks;

/// <summary>A webhook endpoint: a URL that the service sends events of the organization to.</summary>
public sealed record WebhookEndpoint : ApiObject
{
    /// <summary>The id of the endpoint.</summary>
    public required string Id { get; init; }

    /// <summary>The URL that the events are sent to.</summary>
    public Uri Url { get; init => field = value ?? ApiUri.Empty; } = ApiUri.Empty;

    /// <summary>The types of events that are sent.</summary>
    public IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The name of the endpoint; empty for none.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description of the endpoint for people; empty for none.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The state of the endpoint: whether events are delivered.</summary>
    public WebhookEndpointState State { get; init; }

    /// <summary>Why the service disabled the endpoint, for example because it responded with a redirect; empty when the service did not disable it.</summary>
    public string DisabledReason { get; init => field = value ?? ""; } = "";

    /// <summary>The secret to verify deliveries with (<c>whsec_…</c>). Store it: it is returned only once.</summary>
    /// <value>Set only in the result of <see cref="WebhookEndpointsClient.CreateAsync"/>.</value>
    public SecretString? SigningSecret { get; init; }

    /// <summary>When the endpoint was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the endpoint was last updated.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
