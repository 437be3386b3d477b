namespace Managed.Agents.Webhooks;

/// <summary>A deployment was paused, manually or after an unrecoverable error, and its schedule starts no sessions.</summary>
public sealed record DeploymentPausedWebhook : WebhookEvent;
