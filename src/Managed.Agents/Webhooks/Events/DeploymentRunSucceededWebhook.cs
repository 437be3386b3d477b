namespace Managed.Agents.Webhooks;

/// <summary>A scheduled deployment run created its session.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the run (<c>drun_…</c>).</remarks>
public sealed record DeploymentRunSucceededWebhook : WebhookEvent;
