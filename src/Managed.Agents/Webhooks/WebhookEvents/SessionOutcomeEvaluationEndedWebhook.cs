namespace Managed.Agents.Webhooks;

/// <summary>An evaluation of an outcome ended.</summary>
/// <remarks>The result is in the events of the session.</remarks>
public sealed record SessionOutcomeEvaluationEndedWebhook : WebhookEvent;
