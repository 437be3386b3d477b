namespace Managed.Agents;

/// <summary>Vaults: credentials for MCP servers and sandboxes, which sessions use and models never see.</summary>
public class VaultsClient
{
    private readonly ResourceApi _api;

    internal VaultsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        Credentials = new VaultCredentialsClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected VaultsClient()
    {
        _api = null!;
        Credentials = null!;
    }

    /// <summary>The credentials in a vault.</summary>
    public virtual VaultCredentialsClient Credentials { get; }

    /// <summary>Makes a vault.</summary>
    /// <param name="request">Its name.</param>
    /// <param name="cancellationToken">Ends the call. The vault may have been made all the same.</param>
    /// <returns>The vault.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the vault may exist.</exception>
    public virtual Task<Vault> CreateAsync(VaultCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<VaultCreateRequest, Vault>($"v1/vaults", request, cancellationToken);
    }

    /// <summary>Gets a vault.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The vault.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Vault> GetAsync(string vaultId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Vault>($"v1/vaults/{vaultId}", cancellationToken);

    /// <summary>Changes a vault.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The vault after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Vault> UpdateAsync(string vaultId, VaultUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<VaultUpdateRequest, Vault>($"v1/vaults/{vaultId}", request, cancellationToken);
    }

    /// <summary>Lists vaults, newest first.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The vaults, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Vault> ListAsync(VaultListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Vault>($"v1/vaults", (options ?? new VaultListOptions()).Query, cancellationToken);

    /// <summary>Archives a vault and its credentials, for good: their secrets are wiped. New sessions cannot use it; running ones go on.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived vault.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Vault> ArchiveAsync(string vaultId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Vault>($"v1/vaults/{vaultId}/archive", cancellationToken);

    /// <summary>Deletes a vault with all it holds; no record of it stays.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string vaultId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/vaults/{vaultId}", cancellationToken);
}
