namespace Managed.Agents.Webhooks;

/// <summary>An address to which the service posts what happens in the organization.</summary>
public sealed record WebhookEndpoint : ApiObject
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Where the events go.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>The kinds of events that go there.</summary>
    public IReadOnlyList<WebhookEndpointEventType> EnabledEvents { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The name; empty for none.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the endpoint is for, in words for people; empty for none.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Whether events are delivered.</summary>
    public WebhookEndpointState State { get; init; }

    /// <summary>Why the service disabled the endpoint, for example because it answered with a redirect; empty when it did not.</summary>
    public string DisabledReason { get; init => field = value ?? ""; } = "";

    /// <summary>The secret with which deliveries are verified, <c>whsec_…</c>. Store it: it is handed out once.</summary>
    /// <value>Set only in what <see cref="WebhookEndpointsClient.CreateAsync"/> returns.</value>
    public SecretString? SigningSecret { get; init; }

    /// <summary>When the endpoint was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the endpoint last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
