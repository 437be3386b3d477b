using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Webhooks;

/// <summary>The result of verifying a delivery: it is authentic, or there is a reason to reject it.</summary>
public sealed class WebhookVerification
{
    internal WebhookVerification(WebhookVerificationFailure failure, string problem)
    {
        Failure = failure;
        Problem = problem;
    }

    internal WebhookVerification(string deliveryId, DateTimeOffset sentAt, string keyLabel, WebhookDelivery? delivery)
    {
        DeliveryId = deliveryId;
        SentAt = sentAt;
        KeyLabel = keyLabel;
        Delivery = delivery;
    }

    /// <summary>Whether the delivery was signed with one of the keys, recently.</summary>
    [MemberNotNullWhen(true, nameof(DeliveryId), nameof(SentAt), nameof(KeyLabel))]
    [MemberNotNullWhen(false, nameof(Failure), nameof(Problem))]
    public bool IsVerified => Failure is null;

    /// <summary>The reason to reject the delivery; <see langword="null"/> when it is verified.</summary>
    public WebhookVerificationFailure? Failure { get; }

    /// <summary>What is wrong and how to fix it, for your log; <see langword="null"/> when the delivery is verified. Contains neither the body nor a key.</summary>
    public string? Problem { get; }

    /// <summary>The id of the delivery (<c>whe_…</c>), the same for every attempt; <see langword="null"/> when the delivery is rejected.</summary>
    public string? DeliveryId { get; }

    /// <summary>When the attempt was sent; <see langword="null"/> when the delivery is rejected.</summary>
    public DateTimeOffset? SentAt { get; }

    /// <summary>The label of the key that matched; <see langword="null"/> when the delivery is rejected.</summary>
    public string? KeyLabel { get; }

    /// <summary>The delivery; <see langword="null"/> when it is rejected, or when it was verified without being read.</summary>
    public WebhookDelivery? Delivery { get; }

    /// <summary>Throws an exception when the delivery is rejected.</summary>
    /// <exception cref="WebhookVerificationException">The delivery could not be verified.</exception>
    [MemberNotNull(nameof(DeliveryId), nameof(SentAt), nameof(KeyLabel))]
    public void EnsureVerified()
    {
        if (!IsVerified)
        {
            throw new WebhookVerificationException(Failure.Value, Problem);
        }
    }

    /// <summary>Returns the result on one line.</summary>
    /// <returns>The id and the label of the key, or the reason.</returns>
    public override string ToString() => IsVerified ? $"verified {DeliveryId} with the key '{KeyLabel}'" : $"rejected ({Failure}): {Problem}";
}
