namespace Managed.Agents.Emulator;

/// <summary>An attempt to deliver a webhook that came to its end.</summary>
/// <param name="DeliveryId">The id of the delivery, the same for every attempt.</param>
/// <param name="Type">The kind of the notice, such as <c>session.status_idled</c>.</param>
/// <param name="ObjectId">The id of the object that it is about.</param>
/// <param name="Address">Where it went.</param>
/// <param name="Number">Which attempt it was, from 1. A duplicate begins anew.</param>
/// <param name="Status">The HTTP status; null when no answer came.</param>
public sealed record EmulatedWebhookAttempt(string DeliveryId, string Type, string ObjectId, Uri Address, int Number, int? Status)
{
    /// <summary>Whether the endpoint acknowledged it.</summary>
    public bool IsAcknowledged => Status is >= 200 and < 300;
}
