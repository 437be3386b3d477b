using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A vault and its credentials. Guarded by the lock of its store.</summary>
internal sealed class VaultState(string id, long sequence, DateTimeOffset createdAt) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required string DisplayName { get; set; }

    public required JsonObject Metadata { get; set; }

    public List<CredentialState> Credentials { get; } = [];

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "vault",
        ["display_name"] = DisplayName,
        ["metadata"] = Metadata.Copy(),
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };
}
