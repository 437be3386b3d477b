namespace Managed.Agents.Webhooks;

/// <summary>A session was created.</summary>
public sealed record SessionCreatedWebhook : WebhookEvent;
