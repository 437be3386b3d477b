using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A memory in its current version. Guarded by the lock of the stores.</summary>
internal sealed class MemoryState(string id, string storeId, DateTimeOffset createdAt)
{
    public string Id => id;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public required string Path { get; set; }

    public required MemoryContent Content { get; set; }

    /// <summary>The id of the current version.</summary>
    public string VersionId { get; set; } = "";

    public JsonObject ToJson(bool full) => new()
    {
        ["id"] = id,
        ["type"] = "memory",
        ["memory_store_id"] = storeId,
        ["memory_version_id"] = VersionId,
        ["path"] = Path,
        ["content"] = full ? Content.Text : null,
        ["content_sha256"] = Content.Sha256,
        ["content_size_bytes"] = Content.Size,
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
    };
}
