namespace Managed.Agents.Emulator;

/// <summary>What may go wrong with the webhooks of an emulator, as it may at the service.</summary>
public sealed record EmulatedWebhookFaults
{
    /// <summary>How often each delivery is made, each time with attempts of its own.</summary>
    /// <value>Default: 1. With 0, nothing arrives, and the bell is missed.</value>
    public int Copies { get; init; } = 1;

    /// <summary>How late the first attempt is, on the emulator's clock.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan Delay { get; init; }

    /// <summary>So many deliveries are gathered, and then sent one after the other in reverse.</summary>
    /// <value>Default: 1, for none. What has been gathered when this is changed goes out then.</value>
    public int ReverseInGroupsOf { get; init; } = 1;

    /// <summary>A further key (<c>whsec_…</c>) that everything is signed with as well, as while keys are replaced. Its signature comes first.</summary>
    /// <value>Default: null, for none.</value>
    public string? AlsoSignWith { get; init; }

    /// <summary>A secret does not belong into a log.</summary>
    /// <returns>The faults without the key.</returns>
    public override string ToString() =>
        $"{nameof(EmulatedWebhookFaults)} {{ Copies = {Copies}, Delay = {Delay}, ReverseInGroupsOf = {ReverseInGroupsOf}, AlsoSignWith = {(AlsoSignWith is null ? "" : "***")} }}";
}
