namespace Managed.Agents.Webhooks;

/// <summary>An environment was archived and can no longer be used by new sessions.</summary>
public sealed record EnvironmentArchivedWebhook : WebhookEvent;
