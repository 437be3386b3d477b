namespace Managed.Agents.Webhooks;

/// <summary>A session waits to be run.</summary>
public sealed record SessionPendingWebhook : WebhookEvent;
