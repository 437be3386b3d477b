namespace Managed.Agents;

/// <summary>Creates and manages memory stores, in which agents keep information across sessions.</summary>
public class MemoryStoresClient
{
    private readonly ResourceApi _api;

    internal MemoryStoresClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.AgentMemory);
        Memories = new MemoriesClient(_api);
        MemoryVersions = new MemoryVersionsClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected MemoryStoresClient()
    {
        _api = null!;
        Memories = null!;
        MemoryVersions = null!;
    }

    /// <summary>Provides access to the memories in a store.</summary>
    public virtual MemoriesClient Memories { get; }

    /// <summary>Provides access to the version history of the memories in a store.</summary>
    public virtual MemoryVersionsClient MemoryVersions { get; }

    /// <summary>Creates a memory store.</summary>
    /// <remarks>If the operation is canceled, the store may have been created.</remarks>
    /// <param name="request">The definition of the store.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The new, empty store.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the store may exist.</exception>
    public virtual Task<MemoryStore> CreateAsync(MemoryStoreCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<MemoryStoreCreateRequest, MemoryStore>($"v1/memory_stores", request, cancellationToken);
    }

    /// <summary>Creates a memory store and avoids a duplicate: if the response is lost, the store is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the store. If no response is lost, no other request is sent. If the operation is canceled, the
    /// store may have been created.
    /// </remarks>
    /// <param name="request">The definition of the store. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the store after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The store was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<MemoryStore>> CreateOnceAsync(MemoryStoreCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request! with { Metadata = metadata }, token),
            (since, token) => ListAsync(new MemoryStoreListOptions { CreatedAtOrAfter = since, IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets a memory store.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The store.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<MemoryStore> GetAsync(string memoryStoreId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<MemoryStore>($"v1/memory_stores/{memoryStoreId}", cancellationToken);

    /// <summary>Updates the name, description or metadata of a memory store.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated store.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<MemoryStore> UpdateAsync(string memoryStoreId, MemoryStoreUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<MemoryStoreUpdateRequest, MemoryStore>($"v1/memory_stores/{memoryStoreId}", request, cancellationToken);
    }

    /// <summary>Lists memory stores.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The stores, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<MemoryStore> ListAsync(MemoryStoreListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<MemoryStore>($"v1/memory_stores", (options ?? new MemoryStoreListOptions()).Query, cancellationToken);

    /// <summary>Archives a memory store permanently. It becomes read-only and cannot be attached to new sessions.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived store.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<MemoryStore> ArchiveAsync(string memoryStoreId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<MemoryStore>($"v1/memory_stores/{memoryStoreId}/archive", cancellationToken);

    /// <summary>Deletes a memory store with all its memories and their versions.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted store.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string memoryStoreId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/memory_stores/{memoryStoreId}", cancellationToken);
}
