namespace Managed.Agents.Webhooks;

/// <summary>An environment was updated.</summary>
public sealed record EnvironmentUpdatedWebhook : WebhookEvent;
