namespace Managed.Agents.Webhooks;

/// <summary>A session waits for its client: an approval, or the result of a tool.</summary>
public sealed record SessionRequiresActionWebhook : WebhookEvent;
