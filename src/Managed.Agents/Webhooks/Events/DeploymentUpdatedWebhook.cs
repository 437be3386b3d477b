namespace Managed.Agents.Webhooks;

/// <summary>A deployment was updated.</summary>
public sealed record DeploymentUpdatedWebhook : WebhookEvent;
