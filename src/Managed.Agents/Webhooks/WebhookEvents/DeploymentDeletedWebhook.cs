namespace Managed.Agents.Webhooks;

/// <summary>A deployment was deleted.</summary>
public sealed record DeploymentDeletedWebhook : WebhookEvent;
