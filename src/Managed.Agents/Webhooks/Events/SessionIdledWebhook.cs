namespace Managed.Agents.Webhooks;

/// <summary>A session became idle.</summary>
/// <remarks>The documented event for this is <see cref="SessionStatusIdledWebhook"/>.</remarks>
public sealed record SessionIdledWebhook : WebhookEvent;
