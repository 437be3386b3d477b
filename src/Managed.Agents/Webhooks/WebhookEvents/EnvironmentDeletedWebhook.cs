namespace Managed.Agents.Webhooks;

/// <summary>An environment was deleted.</summary>
public sealed record EnvironmentDeletedWebhook : WebhookEvent;
