namespace Managed.Agents.Webhooks;

/// <summary>The status of an end user in a program was updated.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the user profile.</remarks>
public sealed record UserProfileProgramStatusUpdatedWebhook : WebhookEvent;
