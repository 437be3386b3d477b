namespace Managed.Agents.Webhooks;

/// <summary>A session was archived: it can be read but accepts no more events.</summary>
public sealed record SessionArchivedWebhook : WebhookEvent;
