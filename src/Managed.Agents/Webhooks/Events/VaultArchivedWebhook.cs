namespace Managed.Agents.Webhooks;

/// <summary>A vault was archived and its secrets purged. Each of its credentials sends an event of its own too.</summary>
public sealed record VaultArchivedWebhook : WebhookEvent;
