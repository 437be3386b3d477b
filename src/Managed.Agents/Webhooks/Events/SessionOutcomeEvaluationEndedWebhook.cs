namespace Managed.Agents.Webhooks;

/// <summary>An evaluation of an outcome ended.</summary>
/// <remarks>The events of the session hold the result.</remarks>
public sealed record SessionOutcomeEvaluationEndedWebhook : WebhookEvent;
