namespace Managed.Agents.Webhooks;

/// <summary>A bucket of yours failed the check of the service. <see cref="WebhookEvent.Id"/> is the id of the storage, <c>estrg_…</c>.</summary>
public sealed record ExternalStorageFailedWebhook : WebhookEvent;
