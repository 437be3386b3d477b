namespace Managed.Agents.Webhooks;

/// <summary>The service acted against an end user. <see cref="WebhookEvent.Id"/> is the profile's.</summary>
public sealed record UserProfileEnforcementActionOpenedWebhook : WebhookEvent
{
    /// <summary>The action (<c>enac_…</c>), as it stands in the profile.</summary>
    public string EnforcementActionId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => EnforcementActionId;
}
