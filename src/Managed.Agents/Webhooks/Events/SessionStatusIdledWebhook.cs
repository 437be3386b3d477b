namespace Managed.Agents.Webhooks;

/// <summary>A session became idle, for any reason.</summary>
/// <remarks>Read the last <see cref="SessionStatusIdleEvent"/> of the session to get the reason. Not to be confused with <see cref="SessionIdledWebhook"/>.</remarks>
public sealed record SessionStatusIdledWebhook : WebhookEvent;
