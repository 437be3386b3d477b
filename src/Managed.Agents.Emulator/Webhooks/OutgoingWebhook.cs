namespace Managed.Agents.Emulator;

/// <summary>A webhook to be delivered to one endpoint.</summary>
internal sealed record OutgoingWebhook(WebhookTarget Target, string Id, string Type, string ObjectId, byte[] Body, string? AdditionalSigningKey);

/// <summary>The address and the key of an endpoint. Both may change between two attempts.</summary>
internal abstract class WebhookTarget
{
    public abstract Uri Address { get; }

    public abstract string SigningKey { get; }

    /// <summary>Returns whether the endpoint is enabled and subscribes to the type.</summary>
    public abstract bool Wants(string type);

    public abstract void RecordAttempt(bool isAcknowledged);

    public abstract void Disable(string reason);
}
