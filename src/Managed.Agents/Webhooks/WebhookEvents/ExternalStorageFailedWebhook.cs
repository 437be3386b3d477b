namespace Managed.Agents.Webhooks;

/// <summary>One of your buckets failed the service's check. <see cref="WebhookEvent.Id"/> is the id of the storage, <c>estrg_…</c>.</summary>
public sealed record ExternalStorageFailedWebhook : WebhookEvent;
