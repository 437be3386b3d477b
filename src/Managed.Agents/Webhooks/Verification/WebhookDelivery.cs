using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>A delivery: the envelope of a webhook event. <see cref="WebhookVerifier"/> returns only deliveries that were signed with one of your keys.</summary>
/// <remarks>The same delivery can arrive more than once, with the same <see cref="Id"/>. Store the ids for longer than the service retries.</remarks>
public sealed record WebhookDelivery : ApiObject
{
    private string _keyLabel = "";
    private DateTimeOffset? _sentAt;

    internal override string? WireType => "event";

    /// <summary>The id of the delivery (<c>whe_…</c>), the same for every attempt. It is in the header <c>webhook-id</c> and in the body.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>When the event happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The event.</summary>
    [JsonPropertyName("data")]
    public WebhookEvent Event { get; init => field = value ?? WebhookEvent.Missing; } = WebhookEvent.Missing;

    /// <summary>When this attempt was sent: the header <c>webhook-timestamp</c>.</summary>
    /// <value><see langword="null"/> when the delivery was not unwrapped but created or deserialized.</value>
    [JsonIgnore]
    public DateTimeOffset? SentAt => _sentAt;

    /// <summary>The label of the key that the signature matched. It shows when an old key is no longer used.</summary>
    /// <value>Empty when the delivery was not unwrapped but created or deserialized.</value>
    [JsonIgnore]
    public string KeyLabel => _keyLabel;

    private protected override string Summary => LogLine.Of($"webhook {Id}", Event.ToString());

    internal WebhookDelivery AsReceived(string id, DateTimeOffset sentAt, string keyLabel)
    {
        // Duplicates are detected by the id of the header, which is signed, so an id in the body must not differ from it.
        var received = Id == id ? this : this with { Id = id };
        received._sentAt = sentAt;
        received._keyLabel = keyLabel;
        return received;
    }
}
