namespace Managed.Agents.Webhooks;

/// <summary>A run that a schedule started has its session. <see cref="WebhookEvent.Id"/> is the run's (<c>drun_…</c>).</summary>
public sealed record DeploymentRunSucceededWebhook : WebhookEvent;
