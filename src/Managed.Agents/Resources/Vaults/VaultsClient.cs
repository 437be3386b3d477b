namespace Managed.Agents;

/// <summary>Creates and manages vaults: credentials for MCP servers and sandboxes that sessions use and models never see.</summary>
public class VaultsClient
{
    private readonly ResourceApi _api;

    internal VaultsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        Credentials = new VaultCredentialsClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected VaultsClient()
    {
        _api = null!;
        Credentials = null!;
    }

    /// <summary>Provides access to the credentials in a vault.</summary>
    public virtual VaultCredentialsClient Credentials { get; }

    /// <summary>Creates a vault.</summary>
    /// <remarks>If the operation is canceled, the vault may have been created.</remarks>
    /// <param name="request">The definition of the vault.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The vault.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the vault may exist.</exception>
    public virtual Task<Vault> CreateAsync(VaultCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<VaultCreateRequest, Vault>($"v1/vaults", request, cancellationToken);
    }

    /// <summary>Creates a vault and avoids a duplicate: if the response is lost, the vault is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the vault. If no response is lost, no other request is sent. If the operation is canceled, the
    /// vault may have been created.
    /// </remarks>
    /// <param name="request">The definition of the vault. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the vault after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The vault was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Vault>> CreateOnceAsync(VaultCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request! with { Metadata = metadata }, token),
            (_, token) => ListAsync(new VaultListOptions { IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets a vault.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The vault.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Vault> GetAsync(string vaultId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Vault>($"v1/vaults/{vaultId}", cancellationToken);

    /// <summary>Updates a vault.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated vault.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Vault> UpdateAsync(string vaultId, VaultUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<VaultUpdateRequest, Vault>($"v1/vaults/{vaultId}", request, cancellationToken);
    }

    /// <summary>Lists vaults, newest first.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The vaults, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Vault> ListAsync(VaultListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Vault>($"v1/vaults", (options ?? new VaultListOptions()).Query, cancellationToken);

    /// <summary>Archives a vault and its credentials permanently and erases their secrets. New sessions cannot use the vault; running sessions continue.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived vault.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Vault> ArchiveAsync(string vaultId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Vault>($"v1/vaults/{vaultId}/archive", cancellationToken);

    /// <summary>Deletes a vault with all its credentials. No record of it remains.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted vault.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string vaultId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/vaults/{vaultId}", cancellationToken);
}
