using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A memory store with its memories and all their versions. Guarded by the lock of the stores.</summary>
internal sealed class MemoryStoreState(string id, long sequence, DateTimeOffset createdAt) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required string Name { get; set; }

    public required string Description { get; set; }

    public required JsonObject Metadata { get; set; }

    public Dictionary<string, MemoryState> Memories { get; } = new(StringComparer.Ordinal);

    /// <summary>Every version, oldest first, including those of deleted memories.</summary>
    public List<MemoryVersionState> Versions { get; } = [];

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "memory_store",
        ["name"] = Name,
        ["description"] = Description,
        ["metadata"] = Metadata.Copy(),
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };
}
