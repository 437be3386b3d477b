namespace Managed.Agents.Webhooks;

/// <summary>An end user stands differently in a program. <see cref="WebhookEvent.Id"/> is the profile's.</summary>
public sealed record UserProfileProgramStatusUpdatedWebhook : WebhookEvent;
