namespace Managed.Agents.Webhooks;

/// <summary>A memory store was archived: it can be read and no longer attached.</summary>
public sealed record MemoryStoreArchivedWebhook : WebhookEvent;
