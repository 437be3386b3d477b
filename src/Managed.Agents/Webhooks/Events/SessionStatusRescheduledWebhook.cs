namespace Managed.Agents.Webhooks;

/// <summary>A transient error occurred in a session, and the service retries automatically.</summary>
public sealed record SessionStatusRescheduledWebhook : WebhookEvent;
