namespace Managed.Agents;

/// <summary>Memory stores: what agents remember from session to session.</summary>
public class MemoryStoresClient
{
    private readonly ResourceApi _api;

    internal MemoryStoresClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.AgentMemory);
        Memories = new MemoriesClient(_api);
        MemoryVersions = new MemoryVersionsClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected MemoryStoresClient()
    {
        _api = null!;
        Memories = null!;
        MemoryVersions = null!;
    }

    /// <summary>The memories in a store.</summary>
    public virtual MemoriesClient Memories { get; }

    /// <summary>What the memories in a store were at each change.</summary>
    public virtual MemoryVersionsClient MemoryVersions { get; }

    /// <summary>Makes a memory store.</summary>
    /// <param name="request">Its name.</param>
    /// <param name="cancellationToken">Ends the call. The store may have been made all the same.</param>
    /// <returns>The store, empty.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the store may exist.</exception>
    public virtual Task<MemoryStore> CreateAsync(MemoryStoreCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<MemoryStoreCreateRequest, MemoryStore>($"v1/memory_stores", request, cancellationToken);
    }

    /// <summary>Gets a memory store.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The store.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<MemoryStore> GetAsync(string memoryStoreId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<MemoryStore>($"v1/memory_stores/{memoryStoreId}", cancellationToken);

    /// <summary>Changes name, description or metadata of a memory store.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The store after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<MemoryStore> UpdateAsync(string memoryStoreId, MemoryStoreUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<MemoryStoreUpdateRequest, MemoryStore>($"v1/memory_stores/{memoryStoreId}", request, cancellationToken);
    }

    /// <summary>Lists memory stores.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The stores, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<MemoryStore> ListAsync(MemoryStoreListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<MemoryStore>($"v1/memory_stores", (options ?? new MemoryStoreListOptions()).Query, cancellationToken);

    /// <summary>Archives a memory store, for good: it becomes read-only, and new sessions cannot have it.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived store.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<MemoryStore> ArchiveAsync(string memoryStoreId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<MemoryStore>($"v1/memory_stores/{memoryStoreId}/archive", cancellationToken);

    /// <summary>Deletes a memory store with its memories and all their versions.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string memoryStoreId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/memory_stores/{memoryStoreId}", cancellationToken);
}
