using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A certificate of a tunnel. Guarded by the lock of the store.</summary>
internal sealed class CertificateState(string id, string tunnelId, long sequence, DateTimeOffset createdAt) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset? ArchivedAt { get; set; }

    public required string Fingerprint { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "tunnel_certificate",
        ["tunnel_id"] = tunnelId,
        ["fingerprint"] = Fingerprint,
        ["expires_at"] = Json.Time(ExpiresAt),
        ["created_at"] = Json.Time(createdAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };
}
