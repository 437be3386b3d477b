namespace Managed.Agents.Webhooks;

/// <summary>The service acted against an end user. <see cref="WebhookEvent.Id"/> is the profile's.</summary>
public sealed record UserProfileEnforcementActionOpenedWebhook : WebhookEvent
{
    private string _enforcementActionId = "";

    /// <summary>The action (<c>enac_…</c>), as it stands in the profile.</summary>
    public string EnforcementActionId { get => _enforcementActionId; init => _enforcementActionId = value ?? ""; }

    private protected override string Detail => EnforcementActionId;

    private protected override bool TrySetOwn(ReadOnlySpan<byte> name, string value)
    {
        var isOwn = name.SequenceEqual("enforcement_action_id"u8);
        _enforcementActionId = isOwn ? value : _enforcementActionId;
        return isOwn;
    }
}
