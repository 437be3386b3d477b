namespace Managed.Agents.Webhooks;

/// <summary>A memory store was created.</summary>
public sealed record MemoryStoreCreatedWebhook : WebhookEvent;
