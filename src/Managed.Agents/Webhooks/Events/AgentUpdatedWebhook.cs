namespace Managed.Agents.Webhooks;

/// <summary>An agent has a new version.</summary>
public sealed record AgentUpdatedWebhook : WebhookEvent;
