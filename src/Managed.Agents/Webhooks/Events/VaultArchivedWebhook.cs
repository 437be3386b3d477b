namespace Managed.Agents.Webhooks;

/// <summary>A vault was archived and its secrets were purged.</summary>
/// <remarks>Each credential of the vault sends a webhook too.</remarks>
public sealed record VaultArchivedWebhook : WebhookEvent;
