namespace Managed.Agents.Webhooks;

/// <summary>A memory store was deleted with everything in it.</summary>
public sealed record MemoryStoreDeletedWebhook : WebhookEvent;
