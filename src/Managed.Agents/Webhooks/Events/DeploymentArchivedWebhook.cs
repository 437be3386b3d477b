namespace Managed.Agents.Webhooks;

/// <summary>A deployment was archived: it starts nothing any more.</summary>
public sealed record DeploymentArchivedWebhook : WebhookEvent;
