namespace Managed.Agents.Webhooks;

/// <summary>An external encryption key of the organization passes the service's check again.</summary>
public sealed record ExternalKeyRecoveredWebhook : WebhookEvent;
