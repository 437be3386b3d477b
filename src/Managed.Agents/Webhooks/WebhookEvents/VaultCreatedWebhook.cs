namespace Managed.Agents.Webhooks;

/// <summary>A vault was created.</summary>
public sealed record VaultCreatedWebhook : WebhookEvent;
