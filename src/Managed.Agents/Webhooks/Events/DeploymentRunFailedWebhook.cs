namespace Managed.Agents.Webhooks;

/// <summary>A scheduled deployment run failed.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the run (<c>drun_…</c>). Get the run to read its error.</remarks>
public sealed record DeploymentRunFailedWebhook : WebhookEvent;
