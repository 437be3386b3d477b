using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>A delivery: a notice in its envelope. <see cref="WebhookVerifier"/> hands out only what was signed with a key of yours.</summary>
/// <remarks>The same delivery comes more than once, with the same <see cref="Id"/>: remember the ids for longer than the service tries again.</remarks>
public sealed record WebhookDelivery : ApiObject
{
    private string _keyLabel = "";
    private DateTimeOffset? _sentAt;

    internal override string? WireType => "event";

    /// <summary>The id of the delivery (<c>whe_…</c>), the same for every attempt: header <c>webhook-id</c>, which the body repeats.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>When the event happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("data")]
    public WebhookEvent Event { get; init => field = value ?? WebhookEvent.Missing; } = WebhookEvent.Missing;

    /// <summary>When this attempt was sent: header <c>webhook-timestamp</c>.</summary>
    /// <value>Null when the delivery was not unwrapped but made or read from a store.</value>
    [JsonIgnore]
    public DateTimeOffset? SentAt => _sentAt;

    /// <summary>The label of the key that the signature matched; it tells when an old key is no longer needed.</summary>
    /// <value>Empty when the delivery was not unwrapped but made or read from a store.</value>
    [JsonIgnore]
    public string KeyLabel => _keyLabel;

    private protected override string Summary => LogLine.Of($"webhook {Id}", Event.ToString());

    internal WebhookDelivery Received(string id, DateTimeOffset sentAt, string keyLabel)
    {
        // The header names the delivery for whoever does not parse; the body must not name another one for whoever does.
        var received = Id == id ? this : this with { Id = id };
        received._sentAt = sentAt;
        received._keyLabel = keyLabel;
        return received;
    }
}
