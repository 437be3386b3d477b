namespace Managed.Agents.Emulator;

/// <summary>A notice on its way to an endpoint.</summary>
internal sealed record WebhookParcel(WebhookTarget Target, string Id, string Type, string ObjectId, byte[] Body, string? AlsoSignWith);

/// <summary>Where deliveries go: an address with its key, which may change between two attempts.</summary>
internal abstract class WebhookTarget
{
    public abstract Uri Address { get; }

    public abstract string SigningKey { get; }

    /// <summary>Whether this kind goes there now.</summary>
    public abstract bool Wants(string type);

    public abstract void Note(bool isAcknowledged);

    public abstract void Disable(string reason);
}
