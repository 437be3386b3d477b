namespace Managed.Agents.Webhooks;

/// <summary>A session runs. The documented event for the begin of work is <see cref="SessionStatusRunStartedWebhook"/>.</summary>
public sealed record SessionRunningWebhook : WebhookEvent;
