namespace Managed.Agents.Webhooks;

/// <summary>A vault was deleted.</summary>
/// <remarks>Each credential of the vault sends a webhook too.</remarks>
public sealed record VaultDeletedWebhook : WebhookEvent;
