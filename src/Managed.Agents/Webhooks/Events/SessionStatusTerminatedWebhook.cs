namespace Managed.Agents.Webhooks;

/// <summary>A session has ended, because it was archived or cannot go on.</summary>
public sealed record SessionStatusTerminatedWebhook : WebhookEvent;
