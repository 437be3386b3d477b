namespace Managed.Agents.Webhooks;

/// <summary>A session was deleted and can no longer be read.</summary>
public sealed record SessionDeletedWebhook : WebhookEvent;
