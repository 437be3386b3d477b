namespace Managed.Agents.Webhooks;

/// <summary>An agent was deleted.</summary>
public sealed record AgentDeletedWebhook : WebhookEvent;
