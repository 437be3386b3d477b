namespace Managed.Agents.Webhooks;

/// <summary>An agent was archived: no new session can use it.</summary>
public sealed record AgentArchivedWebhook : WebhookEvent;
