namespace Managed.Agents.Webhooks;

/// <summary>A session began to work. It is also what wakes the workers of a self-hosted environment.</summary>
public sealed record SessionStatusRunStartedWebhook : WebhookEvent;
