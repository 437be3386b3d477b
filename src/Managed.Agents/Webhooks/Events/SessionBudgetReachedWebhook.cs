namespace Managed.Agents.Webhooks;

/// <summary>A session stopped because it reached its budget.</summary>
/// <remarks>The session continues when the budget is raised.</remarks>
public sealed record SessionBudgetReachedWebhook : WebhookEvent;
