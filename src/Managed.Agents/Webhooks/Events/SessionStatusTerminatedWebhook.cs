namespace Managed.Agents.Webhooks;

/// <summary>A session was terminated because it was archived or hit an unrecoverable error.</summary>
public sealed record SessionStatusTerminatedWebhook : WebhookEvent;
