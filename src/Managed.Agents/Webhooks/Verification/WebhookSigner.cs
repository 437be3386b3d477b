using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Managed.Agents.Webhooks;

/// <summary>Signs deliveries the way the service does, to test your own endpoint.</summary>
public sealed class WebhookSigner
{
    private readonly SigningKey _key;
    private readonly TimeProvider _time;

    /// <summary>Initializes a new instance of the <see cref="WebhookSigner"/> class.</summary>
    /// <param name="signingKey">The signing key: <c>whsec_</c> and base64. In a test, any 32 bytes.</param>
    /// <param name="timeProvider">The clock for the timestamps. <see langword="null"/> for the system clock.</param>
    /// <exception cref="ArgumentException">The key is invalid. The message does not contain it.</exception>
    public WebhookSigner(string signingKey, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(signingKey);
        _key = SigningKey.Parse(WebhookOptions.DefaultLabel, signingKey);
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Serializes a delivery and signs it.</summary>
    /// <param name="delivery">The delivery. Its id is used in the headers too.</param>
    /// <param name="sentAt">When the attempt is sent. <see langword="null"/> for now.</param>
    /// <returns>The headers and the body.</returns>
    public SignedWebhook Sign(WebhookDelivery delivery, DateTimeOffset? sentAt = null)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var body = JsonSerializer.SerializeToUtf8Bytes(delivery, WireJson.TypeOf<WebhookDelivery>());
        return new SignedWebhook(Sign(body, delivery.Id, sentAt), body);
    }

    /// <summary>Puts an event into a delivery, serializes the delivery and signs it.</summary>
    /// <param name="webhook">The event. It happens now.</param>
    /// <param name="deliveryId">The id of the delivery. Use the same id for another attempt.</param>
    /// <returns>The headers and the body.</returns>
    public SignedWebhook Sign(WebhookEvent webhook, string deliveryId)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return Sign(new WebhookDelivery { Id = deliveryId, CreatedAt = _time.GetUtcNow(), Event = webhook });
    }

    /// <summary>Signs a body.</summary>
    /// <param name="body">The body: any bytes.</param>
    /// <param name="deliveryId">The id of the delivery.</param>
    /// <param name="sentAt">When the attempt is sent. <see langword="null"/> for now.</param>
    /// <returns>The headers of the delivery.</returns>
    public WebhookHeaders Sign(ReadOnlySpan<byte> body, string deliveryId, DateTimeOffset? sentAt = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(deliveryId);
        var timestamp = (sentAt ?? _time.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Span<byte> signature = stackalloc byte[WebhookSignature.Length];
        WebhookSignature.Sign(_key, deliveryId, timestamp, body, signature);
        return new WebhookHeaders(deliveryId, timestamp, WebhookSignature.Version + Encoding.ASCII.GetString(signature));
    }
}
