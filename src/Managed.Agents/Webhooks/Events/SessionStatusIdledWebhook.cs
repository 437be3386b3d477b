namespace Managed.Agents.Webhooks;

/// <summary>A session came to rest, for whatever reason: read its last <see cref="SessionStatusIdleEvent"/> for it. It is not <see cref="SessionIdledWebhook"/>.</summary>
public sealed record SessionStatusIdledWebhook : WebhookEvent;
