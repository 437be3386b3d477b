namespace Managed.Agents.Webhooks;

/// <summary>A session was archived: it can be read and takes no more work.</summary>
public sealed record SessionArchivedWebhook : WebhookEvent;
