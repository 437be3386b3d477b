namespace Managed.Agents.Webhooks;

/// <summary>A bucket of yours passes the check of the service again. <see cref="WebhookEvent.Id"/> is the id of the storage, <c>estrg_…</c>.</summary>
public sealed record ExternalStorageRecoveredWebhook : WebhookEvent;
