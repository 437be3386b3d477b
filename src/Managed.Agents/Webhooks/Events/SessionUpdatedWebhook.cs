namespace Managed.Agents.Webhooks;

/// <summary>The title, the metadata or the configuration of a session was updated.</summary>
public sealed record SessionUpdatedWebhook : WebhookEvent;
