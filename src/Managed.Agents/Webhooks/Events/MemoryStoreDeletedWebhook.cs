namespace Managed.Agents.Webhooks;

/// <summary>A memory store was deleted with all its memories.</summary>
public sealed record MemoryStoreDeletedWebhook : WebhookEvent;
