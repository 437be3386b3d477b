namespace Managed.Agents.Webhooks;

/// <summary>A session was deleted; reading it answers 404 from now on.</summary>
public sealed record SessionDeletedWebhook : WebhookEvent;
