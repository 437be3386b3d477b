namespace Managed.Agents.Webhooks;

/// <summary>A session started running.</summary>
/// <remarks>Workers of self-hosted environments use it as the signal to poll for work.</remarks>
public sealed record SessionStatusRunStartedWebhook : WebhookEvent;
