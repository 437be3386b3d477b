namespace Managed.Agents.Webhooks;

/// <summary>A deployment was unpaused and continues with the next scheduled run.</summary>
public sealed record DeploymentUnpausedWebhook : WebhookEvent;
