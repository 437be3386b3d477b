namespace Managed.Agents.Webhooks;

/// <summary>A session was terminated because it was archived or had an unrecoverable error.</summary>
public sealed record SessionStatusTerminatedWebhook : WebhookEvent;
