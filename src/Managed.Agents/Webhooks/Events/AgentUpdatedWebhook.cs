namespace Managed.Agents.Webhooks;

/// <summary>An agent was updated and has a new version.</summary>
public sealed record AgentUpdatedWebhook : WebhookEvent;
