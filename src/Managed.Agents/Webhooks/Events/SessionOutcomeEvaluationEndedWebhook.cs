namespace Managed.Agents.Webhooks;

/// <summary>The grader of an outcome has judged; its events in the session say how.</summary>
public sealed record SessionOutcomeEvaluationEndedWebhook : WebhookEvent;
