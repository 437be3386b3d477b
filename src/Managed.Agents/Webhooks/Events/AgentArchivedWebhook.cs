namespace Managed.Agents.Webhooks;

/// <summary>An agent was archived and can no longer be used by new sessions.</summary>
public sealed record AgentArchivedWebhook : WebhookEvent;
