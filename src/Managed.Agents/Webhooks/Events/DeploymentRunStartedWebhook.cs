namespace Managed.Agents.Webhooks;

/// <summary>A schedule started a run. <see cref="WebhookEvent.Id"/> is the run's (<c>drun_…</c>); runs by hand send nothing.</summary>
public sealed record DeploymentRunStartedWebhook : WebhookEvent;
