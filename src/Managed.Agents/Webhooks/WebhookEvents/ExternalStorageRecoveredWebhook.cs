namespace Managed.Agents.Webhooks;

/// <summary>One of your buckets passes the service's check again. <see cref="WebhookEvent.Id"/> is the id of the storage, <c>estrg_…</c>.</summary>
public sealed record ExternalStorageRecoveredWebhook : WebhookEvent;
