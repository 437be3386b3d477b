using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the credentials of a vault.</summary>
internal sealed class CredentialOperations(VaultStore vaults, EmulatorServices services, AgentsEmulatorOptions options)
{
    private const int MaxCredentials = 20;

    public JsonNode Create(ApiCall call)
    {
        lock (vaults.Sync)
        {
            var vault = vaults.FindChangeable(call);
            var now = services.Now();
            var sent = (JsonObject)call.Body["auth"]!;
            var credential = new CredentialState(services.NewId("vcrd"), vault.Id, services.NextSequence(), now)
            {
                DisplayName = call.Body.Text("display_name"),
                Metadata = Metadata.Merge([], call.Body["metadata"]),
                Auth = CredentialRules.New(sent, now),
                HasRefreshToken = sent["refresh"] is not null,
            };
            var active = vault.Credentials.Where(static other => other.ArchivedAt is null).ToList();
            if (active.Find(other => other.Key == credential.Key) is { } existing)
            {
                throw ApiError.Conflict($"Vault {vault.Id} already has an active credential for {credential.Key}: {existing.Id}. Archive it first.");
            }

            if (active.Count >= MaxCredentials)
            {
                throw ApiError.InvalidRequest($"Vault {vault.Id} has the maximum of {MaxCredentials} active credentials.");
            }

            vault.Credentials.Add(credential);
            return credential.ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (vaults.Sync)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (vaults.Sync)
        {
            var credential = FindActive(call, "changed");
            var now = services.Now();
            var metadata = Metadata.Merge(credential.Metadata, call.Body["metadata"]);
            credential.Auth = call.Body["auth"] is JsonObject sent ? CredentialRules.Change(credential.Auth, sent, now) : credential.Auth;
            credential.Metadata = metadata;
            credential.DisplayName = call.Body.Has("display_name") ? call.Body.Text("display_name") : credential.DisplayName;
            credential.UpdatedAt = now;
            return credential.ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        lock (vaults.Sync)
        {
            return new ResourceList(call).Page(
                vaults.Find(call).Credentials.Where(credential => includeArchived || credential.ArchivedAt is null), static credential => credential.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (vaults.Sync)
        {
            var credential = Find(call);
            vaults.Find(call).Credentials.Remove(credential);
            return new JsonObject { ["id"] = credential.Id, ["type"] = "vault_credential_deleted" };
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (vaults.Sync)
        {
            var credential = Find(call);
            credential.Archive(services.Now());
            return credential.ToJson();
        }
    }

    public JsonNode Validate(ApiCall call)
    {
        lock (vaults.Sync)
        {
            var credential = FindActive(call, "validated");
            return credential.Type == CredentialRules.OAuth
                ? CredentialValidation.Run(credential, services.Now(), options.McpProbe)
                : throw ApiError.InvalidRequest($"Credential {credential.Id} is of type {credential.Type}; only {CredentialRules.OAuth} can be validated.");
        }
    }

    private CredentialState FindActive(ApiCall call, string what)
    {
        var credential = Find(call);
        return credential.ArchivedAt is null ? credential : throw ApiError.InvalidRequest($"Credential {credential.Id} is archived and cannot be {what}.");
    }

    private CredentialState Find(ApiCall call)
    {
        var vault = vaults.Find(call);
        var id = call.Route("credential_id");
        return vault.Credentials.Find(credential => credential.Id == id) ?? throw ApiError.NotFound($"Vault {vault.Id} has no credential {id}.");
    }
}
