namespace Managed.Agents.Webhooks;

/// <summary>The service took an action against an end user back. <see cref="WebhookEvent.Id"/> is the profile's.</summary>
public sealed record UserProfileEnforcementActionResolvedWebhook : WebhookEvent
{
    /// <summary>The action (<c>enac_…</c>), as it stands in the profile.</summary>
    public string EnforcementActionId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => EnforcementActionId;
}
