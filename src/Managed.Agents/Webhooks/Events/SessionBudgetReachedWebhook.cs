namespace Managed.Agents.Webhooks;

/// <summary>A session stopped because its budget is used up; raising the budget lets it go on.</summary>
public sealed record SessionBudgetReachedWebhook : WebhookEvent;
