namespace Managed.Agents.Webhooks;

/// <summary>A session is waiting for its client: for an approval, or for the result of a tool.</summary>
public sealed record SessionRequiresActionWebhook : WebhookEvent;
