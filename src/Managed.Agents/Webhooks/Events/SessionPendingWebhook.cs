namespace Managed.Agents.Webhooks;

/// <summary>A session is waiting to run.</summary>
public sealed record SessionPendingWebhook : WebhookEvent;
