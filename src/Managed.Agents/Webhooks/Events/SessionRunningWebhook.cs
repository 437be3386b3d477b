namespace Managed.Agents.Webhooks;

/// <summary>A session is running.</summary>
/// <remarks>The documented event for the start of a run is <see cref="SessionStatusRunStartedWebhook"/>.</remarks>
public sealed record SessionRunningWebhook : WebhookEvent;
