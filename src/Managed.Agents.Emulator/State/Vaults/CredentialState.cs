using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A credential: what may be shown, and the secrets, which never are. Guarded by the lock of the store.</summary>
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

    /// <summary>The <c>auth</c> of the answers. Holds no secret.</summary>
    public required JsonObject Auth { get; set; }

    /// <summary>Whether the secret that refreshes the access token is there.</summary>
    public bool HasRefreshToken { get; set; }

    public string Type => Auth.Text("type")!;

    /// <summary>What two active credentials of a vault cannot have in common.</summary>
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
