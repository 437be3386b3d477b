namespace Managed.Agents.Webhooks;

/// <summary>An agent was created.</summary>
public sealed record AgentCreatedWebhook : WebhookEvent;
