namespace Managed.Agents.Webhooks;

/// <summary>A run that a schedule started failed. <see cref="WebhookEvent.Id"/> is the run's (<c>drun_…</c>), which says why.</summary>
public sealed record DeploymentRunFailedWebhook : WebhookEvent;
