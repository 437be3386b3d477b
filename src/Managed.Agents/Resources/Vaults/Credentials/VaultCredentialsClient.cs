namespace Managed.Agents;

/// <summary>Creates and manages the credentials in a vault.</summary>
public class VaultCredentialsClient
{
    private readonly ResourceApi _api;

    internal VaultCredentialsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected VaultCredentialsClient() => _api = null!;

    /// <summary>Adds a credential to a vault. The credential is stored without validation.</summary>
    /// <remarks>If the operation is canceled, the credential may have been added.</remarks>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="request">The target of the credential and its secrets.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The credential, without its secrets.</returns>
    /// <exception cref="ManagedAgentsApiException">The status is 409: the vault already has an active credential for that MCP server or variable.</exception>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the credential may exist.</exception>
    public virtual Task<VaultCredential> CreateAsync(string vaultId, VaultCredentialCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<VaultCredentialCreateRequest, VaultCredential>($"v1/vaults/{vaultId}/credentials", request, cancellationToken);
    }

    /// <summary>Creates a credential in a vault and avoids a duplicate: if the response is lost, the credential is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the credential. If no response is lost, no other request is sent. If the operation is canceled, the
    /// credential may have been created.
    /// </remarks>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="request">The target of the credential and its secrets. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the credential after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The credential was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<VaultCredential>> CreateOnceAsync(string vaultId, VaultCredentialCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(vaultId, request! with { Metadata = metadata }, token),
            (_, token) => ListAsync(vaultId, new VaultCredentialListOptions { IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets a credential, without its secrets.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<VaultCredential> GetAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<VaultCredential>($"v1/vaults/{vaultId}/credentials/{credentialId}", cancellationToken);

    /// <summary>Updates a credential, for example its secret. Running sessions use the new values without a restart.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="request">The changes. The type and the target of the credential cannot change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated credential, without its secrets.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<VaultCredential> UpdateAsync(string vaultId, string credentialId, VaultCredentialUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<VaultCredentialUpdateRequest, VaultCredential>($"v1/vaults/{vaultId}/credentials/{credentialId}", request, cancellationToken);
    }

    /// <summary>Lists the credentials in a vault, newest first, without their secrets.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The credentials, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<VaultCredential> ListAsync(string vaultId, VaultCredentialListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<VaultCredential>($"v1/vaults/{vaultId}/credentials", (options ?? new VaultCredentialListOptions()).Query, cancellationToken);

    /// <summary>Archives a credential permanently and erases its secrets. The vault can then have a new credential for the same server or variable.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived credential.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<VaultCredential> ArchiveAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<VaultCredential>($"v1/vaults/{vaultId}/credentials/{credentialId}/archive", cancellationToken);

    /// <summary>Deletes a credential. No record of it remains.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted credential.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/vaults/{vaultId}/credentials/{credentialId}", cancellationToken);

    /// <summary>Validates a credential of type <see cref="McpOAuthAuth"/> against its MCP server. Refreshes the access token when necessary.</summary>
    /// <param name="vaultId">The id of the vault (<c>vlt_…</c>).</param>
    /// <param name="credentialId">The id of the credential (<c>vcrd_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the credential works and, if not, which step failed.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<VaultCredentialValidation> ValidateMcpOAuthAsync(string vaultId, string credentialId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<VaultCredentialValidation>($"v1/vaults/{vaultId}/credentials/{credentialId}/mcp_oauth_validate", cancellationToken);
}
