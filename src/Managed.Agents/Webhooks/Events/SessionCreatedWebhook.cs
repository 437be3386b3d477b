namespace Managed.Agents.Webhooks;

/// <summary>A session was created. <see cref="WebhookEvent.Id"/> is the session's.</summary>
public sealed record SessionCreatedWebhook : WebhookEvent;
