using System.Globalization;
using System.Text.Json;

namespace Managed.Agents.Webhooks;

/// <summary>Signs deliveries as the service does: for tests of your own endpoint.</summary>
public sealed class WebhookSigner
{
    private readonly SigningKey _key;
    private readonly TimeProvider _time;

    /// <summary>Signs with a key.</summary>
    /// <param name="signingKey">A signing key: <c>whsec_</c> and base64. For a test, of any 32 bytes.</param>
    /// <param name="timeProvider">The clock that says when attempts are sent.</param>
    /// <exception cref="ArgumentException">The text is no key. The message does not contain it.</exception>
    public WebhookSigner(string signingKey, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(signingKey);
        _key = SigningKey.Parse(WebhookOptions.DefaultLabel, signingKey);
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Writes a delivery and signs it.</summary>
    /// <param name="delivery">The delivery. Its id goes into the headers too.</param>
    /// <param name="sentAt">When the attempt is sent; null for now.</param>
    /// <returns>Headers and body.</returns>
    public SignedWebhook Sign(WebhookDelivery delivery, DateTimeOffset? sentAt = null)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var body = JsonSerializer.SerializeToUtf8Bytes(delivery, WireJson.TypeOf<WebhookDelivery>());
        return new SignedWebhook(Sign(body, delivery.Id, sentAt), body);
    }

    /// <summary>Puts a notice into an envelope of its own, and signs it.</summary>
    /// <param name="webhook">What happened; now.</param>
    /// <param name="deliveryId">The id of the delivery. Give the same again for a second attempt.</param>
    /// <returns>Headers and body.</returns>
    public SignedWebhook Sign(WebhookEvent webhook, string deliveryId)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return Sign(new WebhookDelivery { Id = deliveryId, CreatedAt = _time.GetUtcNow(), Event = webhook });
    }

    /// <summary>Signs any bytes.</summary>
    /// <param name="body">The body.</param>
    /// <param name="deliveryId">The id of the delivery.</param>
    /// <param name="sentAt">When the attempt is sent; null for now.</param>
    /// <returns>The headers of the delivery.</returns>
    public WebhookHeaders Sign(ReadOnlySpan<byte> body, string deliveryId, DateTimeOffset? sentAt = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(deliveryId);
        var timestamp = (sentAt ?? _time.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Span<byte> signature = stackalloc byte[WebhookSignature.Length];
        WebhookSignature.Sign(_key.Bytes, deliveryId, timestamp, body, signature);
        return new WebhookHeaders(deliveryId, timestamp, WebhookSignature.Version + System.Text.Encoding.ASCII.GetString(signature));
    }
}
