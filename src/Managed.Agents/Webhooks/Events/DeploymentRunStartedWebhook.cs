namespace Managed.Agents.Webhooks;

/// <summary>A scheduled deployment run started.</summary>
/// <remarks><see cref="WebhookEvent.Id"/> is the id of the run (<c>drun_…</c>). Runs that are started manually send no webhook.</remarks>
public sealed record DeploymentRunStartedWebhook : WebhookEvent;
