namespace Managed.Agents.Webhooks;

/// <summary>An enforcement action against an end user was resolved.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the user profile.</remarks>
public sealed record UserProfileEnforcementActionResolvedWebhook : WebhookEvent
{
    /// <summary>The id of the enforcement action (<c>enac_…</c>) in the user profile.</summary>
    public string EnforcementActionId { get; init => field = value ?? ""; } = "";

    private protected override string Detail => EnforcementActionId;
}
