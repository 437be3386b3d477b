namespace Managed.Agents.Webhooks;

/// <summary>A vault was deleted. Each of its credentials sends an event of its own too.</summary>
public sealed record VaultDeletedWebhook : WebhookEvent;
