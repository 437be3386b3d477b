using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A credential without its secrets. Guarded by the lock of the store.</summary>
internal sealed class CredentialState(string id, string vaultId, long sequence, DateTimeOffset createdAt) : IListed
{
    public string Id => id;

    public string VaultId => vaultId;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    public DateTimeOffset UpdatedAt { get => field == default ? createdAt : field; set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public string? DisplayName { get; set; }

    public required JsonObject Metadata { get; set; }

    /// <summary>The <c>auth</c> of the responses. Contains no secret.</summary>
    public required JsonObject Auth { get; set; }

    /// <summary>Whether the credential has a refresh token.</summary>
    public bool HasRefreshToken { get; set; }

    public string Type => Auth.Text("type")!;

    /// <summary>The key that must be unique among the active credentials of a vault.</summary>
    public string Key => CredentialRules.Key(Auth);

    public void Archive(DateTimeOffset now)
    {
        if (ArchivedAt is null)
        {
            ArchivedAt = now;
            UpdatedAt = now;
            HasRefreshToken = false;
        }
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "vault_credential",
        ["vault_id"] = vaultId,
        ["display_name"] = DisplayName,
        ["auth"] = Auth.Copy(),
        ["metadata"] = Metadata.Copy(),
        ["created_at"] = Json.Time(createdAt),
        ["updated_at"] = Json.Time(UpdatedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };
}
