namespace Managed.Agents.Webhooks;

/// <summary>Something failed for a moment in a session; the service tries again by itself.</summary>
public sealed record SessionStatusRescheduledWebhook : WebhookEvent;
