namespace Managed.Agents.Webhooks;

/// <summary>An encryption key of yours can be used again.</summary>
public sealed record ExternalKeyRecoveredWebhook : WebhookEvent;
