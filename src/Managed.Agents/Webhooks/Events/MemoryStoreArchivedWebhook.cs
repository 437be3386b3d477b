namespace Managed.Agents.Webhooks;

/// <summary>A memory store was archived: it can be read but no longer attached to sessions.</summary>
public sealed record MemoryStoreArchivedWebhook : WebhookEvent;
