using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A version of a memory. It outlives the memory, and only a redaction changes it. Guarded by the lock of the stores.</summary>
internal sealed class MemoryVersionState(string id, long sequence, DateTimeOffset createdAt, string storeId, string memoryId, MemoryOperation operation, JsonObject author) : IListed
{
    private JsonObject? _redactor;
    private DateTimeOffset? _redactedAt;

    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public string MemoryId => memoryId;

    public MemoryOperation Operation => operation;

    public JsonObject Author => author;

    public string? Path { get; set; }

    /// <summary>Null for a deletion.</summary>
    public MemoryContent? Content { get; set; }

    public void Redact(JsonObject redactor, DateTimeOffset now)
    {
        if (_redactedAt is null)
        {
            Path = null;
            Content = null;
            _redactor = redactor;
            _redactedAt = now;
        }
    }

    public JsonObject ToJson(bool full) => new()
    {
        ["id"] = id,
        ["type"] = "memory_version",
        ["memory_store_id"] = storeId,
        ["memory_id"] = memoryId,
        ["operation"] = operation.ToWireName(),
        ["path"] = Path,
        ["content"] = full ? Content?.Text : null,
        ["content_sha256"] = Content?.Sha256,
        ["content_size_bytes"] = Content?.Size,
        ["created_at"] = Json.Time(createdAt),
        ["created_by"] = author.Copy(),
        ["redacted_at"] = Json.TimeOrNull(_redactedAt),
        ["redacted_by"] = _redactor?.Copy(),
    };
}
