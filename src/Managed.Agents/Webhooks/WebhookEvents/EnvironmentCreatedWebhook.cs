namespace Managed.Agents.Webhooks;

/// <summary>An environment was created.</summary>
public sealed record EnvironmentCreatedWebhook : WebhookEvent;
