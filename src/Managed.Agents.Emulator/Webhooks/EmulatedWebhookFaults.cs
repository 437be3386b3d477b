namespace Managed.Agents.Emulator;

/// <summary>Faults in the delivery of webhooks that can also happen at the service.</summary>
public sealed record EmulatedWebhookFaults
{
    /// <summary>The number of times each webhook is delivered. Every copy has its own attempts.</summary>
    /// <value>Default: 1. With 0, nothing is delivered.</value>
    public int Copies { get; init; } = 1;

    /// <summary>The delay before the first attempt, on the emulator's clock.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan Delay { get; init; }

    /// <summary>The number of deliveries that are collected and then sent one after the other in reverse order.</summary>
    /// <value>Default: 1, which keeps the order. When the value changes, the deliveries collected so far are sent.</value>
    public int ReverseBatchSize { get; init; } = 1;

    /// <summary>A second key (<c>whsec_…</c>) that webhooks are also signed with, as during a key rotation. Its signature comes first.</summary>
    /// <value>Default: null, no second key.</value>
    public string? AdditionalSigningKey { get; init; }

    /// <summary>Returns the faults with the key masked.</summary>
    /// <returns>The faults as text.</returns>
    public override string ToString() =>
        $"{nameof(EmulatedWebhookFaults)} {{ Copies = {Copies}, Delay = {Delay}, ReverseBatchSize = {ReverseBatchSize}, AdditionalSigningKey = {(AdditionalSigningKey is null ? "" : "***")} }}";
}
