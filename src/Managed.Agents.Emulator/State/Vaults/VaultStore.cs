using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The vaults of the emulator and the operations on them. Its lock also guards their credentials.</summary>
internal sealed class VaultStore(EmulatorServices services)
{
    private readonly Dictionary<string, VaultState> _vaults = new(StringComparer.Ordinal);

    public Lock Sync { get; } = new();

    public JsonNode Create(ApiCall call)
    {
        lock (Sync)
        {
            var vault = new VaultState(services.NewId("vlt"), services.NextSequence(), services.Now())
            {
                DisplayName = call.Body.Text("display_name")!,
                Metadata = Metadata.Merge([], call.Body["metadata"]),
            };
            _vaults[vault.Id] = vault;
            return vault.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (Sync)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (Sync)
        {
            var vault = FindChangeable(call);
            var metadata = Metadata.Merge(vault.Metadata, call.Body["metadata"]);
            vault.DisplayName = call.Body.Text("display_name") ?? vault.DisplayName;
            vault.Metadata = metadata;
            vault.UpdatedAt = services.Now();
            return vault.ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        lock (Sync)
        {
            return new ResourceList(call).Page(_vaults.Values.Where(vault => includeArchived || vault.ArchivedAt is null), static vault => vault.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (Sync)
        {
            var vault = Find(call);
            _vaults.Remove(vault.Id);
            Ring("vault_credential.deleted", vault, vault.Credentials);
            return new JsonObject { ["id"] = vault.Id, ["type"] = "vault_deleted" };
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (Sync)
        {
            var vault = Find(call);
            if (vault.ArchivedAt is null)
            {
                var now = services.Now();
                vault.ArchivedAt = now;
                vault.UpdatedAt = now;
                Ring("vault_credential.archived", vault, vault.Credentials.Where(static credential => credential.ArchivedAt is null));
                vault.Credentials.ForEach(credential => credential.Archive(now));
            }

            return vault.ToJson();
        }
    }

    /// <summary>Checks that a new session can use the vault.</summary>
    public void EnsureUsable(string id)
    {
        lock (Sync)
        {
            if (Find(id).ArchivedAt is not null)
            {
                throw ApiError.InvalidRequest($"vault_ids: vault {id} is archived and cannot be used by new sessions.");
            }
        }
    }

    public VaultState Find(ApiCall call) => Find(call.Route("vault_id"));

    public VaultState FindChangeable(ApiCall call)
    {
        var vault = Find(call);
        return vault.ArchivedAt is null ? vault : throw ApiError.InvalidRequest($"Vault {vault.Id} is archived and cannot be changed.");
    }

    // A change of a vault also applies to its credentials, and a webhook is sent for each credential.
    private void Ring(string type, VaultState vault, IEnumerable<CredentialState> credentials)
    {
        foreach (var credential in credentials)
        {
            services.Webhooks?.Send(type, credential.Id, at: null, ("vault_id", vault.Id));
        }
    }

    private VaultState Find(string id) => _vaults.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no vault {id}.");
}
