namespace Managed.Agents.Webhooks;

/// <summary>A deployment goes on with the next occurrence of its schedule.</summary>
public sealed record DeploymentUnpausedWebhook : WebhookEvent;
