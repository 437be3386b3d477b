namespace Managed.Agents.Webhooks;

/// <summary>A deployment was paused, by hand or because a run failed for good; its schedule starts nothing meanwhile.</summary>
public sealed record DeploymentPausedWebhook : WebhookEvent;
