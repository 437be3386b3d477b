namespace Managed.Agents.Emulator;

/// <summary>A completed attempt to deliver a webhook.</summary>
/// <param name="DeliveryId">The id of the delivery, the same for every attempt.</param>
/// <param name="Type">The type of the webhook, such as <c>session.status_idled</c>.</param>
/// <param name="ObjectId">The id of the object that the webhook reports.</param>
/// <param name="Address">The address of the endpoint.</param>
/// <param name="Number">The number of the attempt, starting at 1. A duplicate delivery starts again at 1.</param>
/// <param name="Status">The HTTP status, or null if no response was received.</param>
public sealed record EmulatedWebhookAttempt(string DeliveryId, string Type, string ObjectId, Uri Address, int Number, int? Status)
{
    /// <summary>Whether the endpoint acknowledged the webhook: its status is 2xx.</summary>
    public bool IsAcknowledged => Status is >= 200 and < 300;
}
