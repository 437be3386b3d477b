using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Webhooks;

/// <summary>What came of looking at a delivery: it is authentic, or there is a reason to refuse it.</summary>
public sealed class WebhookVerification
{
    internal WebhookVerification(WebhookRefusal refusal, string problem)
    {
        Refusal = refusal;
        Problem = problem;
    }

    internal WebhookVerification(string deliveryId, DateTimeOffset sentAt, string keyLabel, WebhookDelivery? delivery)
    {
        DeliveryId = deliveryId;
        SentAt = sentAt;
        KeyLabel = keyLabel;
        Delivery = delivery;
    }

    /// <summary>Whether the bytes were signed with one of the keys, and lately.</summary>
    [MemberNotNullWhen(true, nameof(DeliveryId), nameof(SentAt), nameof(KeyLabel))]
    [MemberNotNullWhen(false, nameof(Refusal), nameof(Problem))]
    public bool IsVerified => Refusal is null;

    /// <summary>Why the delivery is refused; null when it is not.</summary>
    public WebhookRefusal? Refusal { get; }

    /// <summary>What is wrong and what to do about it, for your log; null when nothing is. Neither body nor key stand in it.</summary>
    public string? Problem { get; }

    /// <summary>The id of the delivery (<c>whe_…</c>), the same for every attempt; null when it is refused.</summary>
    public string? DeliveryId { get; }

    /// <summary>When the attempt was sent; null when it is refused.</summary>
    public DateTimeOffset? SentAt { get; }

    /// <summary>The label of the key that matched; null when the delivery is refused.</summary>
    public string? KeyLabel { get; }

    /// <summary>The delivery; null when it is refused, or when it was verified without being read.</summary>
    public WebhookDelivery? Delivery { get; }

    /// <summary>Throws when the delivery is refused.</summary>
    /// <exception cref="WebhookVerificationException">It is refused.</exception>
    [MemberNotNull(nameof(DeliveryId), nameof(SentAt), nameof(KeyLabel))]
    public void ThrowIfRefused()
    {
        if (!IsVerified)
        {
            throw new WebhookVerificationException(Refusal.Value, Problem);
        }
    }

    /// <summary>The outcome on one line.</summary>
    /// <returns>The id and the label of the key, or the reason.</returns>
    public override string ToString() => IsVerified ? $"verified {DeliveryId} with the key '{KeyLabel}'" : $"refused ({Refusal}): {Problem}";
}
