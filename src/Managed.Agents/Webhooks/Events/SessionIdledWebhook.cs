namespace Managed.Agents.Webhooks;

/// <summary>A session became idle. It is not <see cref="SessionStatusIdledWebhook"/>, which is the documented one for this.</summary>
public sealed record SessionIdledWebhook : WebhookEvent;
