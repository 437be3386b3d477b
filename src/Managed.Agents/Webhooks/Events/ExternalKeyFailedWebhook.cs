namespace Managed.Agents.Webhooks;

/// <summary>An encryption key of yours cannot be used by the service.</summary>
public sealed record ExternalKeyFailedWebhook : WebhookEvent;
