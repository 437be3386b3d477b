using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A tunnel with its certificates. Guarded by the lock of the store.</summary>
internal sealed class TunnelState(string id, long sequence, DateTimeOffset createdAt) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset? ArchivedAt { get; private set; }

    public string? DisplayName { get; init; }

    public required string TokenId { get; set; }

    public required string Token { get; set; }

    public List<CertificateState> Certificates { get; } = [];

    public void Archive(DateTimeOffset now)
    {
        ArchivedAt ??= now;
        Certificates.ForEach(certificate => certificate.ArchivedAt ??= now);
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "tunnel",
        ["display_name"] = DisplayName,
        // The domain is unique because the id is unique. Nothing listens on it.
        ["domain"] = $"{id["tnl_".Length..]}.tunnels.invalid",
        ["created_at"] = Json.Time(createdAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };

    public JsonObject TokenJson() => new() { ["id"] = TokenId, ["type"] = "tunnel_token", ["tunnel_token"] = Token };
}
