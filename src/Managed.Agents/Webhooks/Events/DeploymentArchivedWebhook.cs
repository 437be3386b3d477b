namespace Managed.Agents.Webhooks;

/// <summary>A deployment was archived and no longer starts sessions.</summary>
public sealed record DeploymentArchivedWebhook : WebhookEvent;
