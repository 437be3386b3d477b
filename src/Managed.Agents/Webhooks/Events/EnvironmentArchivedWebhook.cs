namespace Managed.Agents.Webhooks;

/// <summary>An environment was archived: no new session can use it.</summary>
public sealed record EnvironmentArchivedWebhook : WebhookEvent;
