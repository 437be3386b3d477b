namespace Managed.Agents.Webhooks;

/// <summary>A deployment was changed.</summary>
public sealed record DeploymentUpdatedWebhook : WebhookEvent;
