namespace Managed.Agents.Webhooks;

/// <summary>An external encryption key of the organization failed the service's check.</summary>
public sealed record ExternalKeyFailedWebhook : WebhookEvent;
