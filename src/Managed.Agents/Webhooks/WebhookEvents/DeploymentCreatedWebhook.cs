namespace Managed.Agents.Webhooks;

/// <summary>A deployment was created.</summary>
public sealed record DeploymentCreatedWebhook : WebhookEvent;
