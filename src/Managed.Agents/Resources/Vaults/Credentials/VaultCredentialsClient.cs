namespace Managed.Agents;

/// <summary>The credentials in a vault.</summary>
public class VaultCredentialsClient
{
    private readonly ResourceApi _api;

    internal VaultCredentialsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected VaultCredentialsClient() => _api = null!;

    /// <summary>Adds a credential. It is stored without being tried.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="request">What the credential is for, and its secrets.</param>
    /// <param name="cancellationToken">Ends the call. The credential may have been added all the same.</param>
    /// <returns>The credential, without its secrets.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: the vault already has an active credential for that MCP server or variable.</exception>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the credential may exist.</exception>
    public virtual Task<VaultCredential> CreateAsync(string vaultId, VaultCredentialCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<VaultCredentialCreateRequest, VaultCredential>($"v1/vaults/{vaultId}/credentials", request, cancellationToken);
    }

    /// <summary>Gets a credential, without its secrets.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<VaultCredential> GetAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<VaultCredential>($"v1/vaults/{vaultId}/credentials/{credentialId}", cancellationToken);

    /// <summary>Changes a credential, for example its secret. Running sessions use the new one without a restart.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="request">What to change. The kind and what the credential is for are fixed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The credential after the change, without its secrets.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<VaultCredential> UpdateAsync(string vaultId, string credentialId, VaultCredentialUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<VaultCredentialUpdateRequest, VaultCredential>($"v1/vaults/{vaultId}/credentials/{credentialId}", request, cancellationToken);
    }

    /// <summary>Lists the credentials in a vault, newest first, without their secrets.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The credentials, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<VaultCredential> ListAsync(string vaultId, VaultCredentialListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<VaultCredential>($"v1/vaults/{vaultId}/credentials", (options ?? new VaultCredentialListOptions()).Query, cancellationToken);

    /// <summary>Archives a credential, for good: its secrets are wiped, and the vault can have another one for the same server or variable.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived credential.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<VaultCredential> ArchiveAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<VaultCredential>($"v1/vaults/{vaultId}/credentials/{credentialId}/archive", cancellationToken);

    /// <summary>Deletes a credential; no record of it stays.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/vaults/{vaultId}/credentials/{credentialId}", cancellationToken);

    /// <summary>Tries a credential of the kind <see cref="McpOAuthAuth"/> against its MCP server, refreshing its access token if that is due.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it works, and if not, which step failed.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<VaultCredentialValidation> ValidateMcpOAuthAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<VaultCredentialValidation>($"v1/vaults/{vaultId}/credentials/{credentialId}/mcp_oauth_validate", cancellationToken);
}
