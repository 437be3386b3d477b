namespace Managed.Agents.Webhooks;

/// <summary>An environment was changed.</summary>
public sealed record EnvironmentUpdatedWebhook : WebhookEvent;
