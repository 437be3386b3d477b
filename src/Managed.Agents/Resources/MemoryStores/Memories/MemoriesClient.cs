namespace Managed.Agents;

/// <summary>The memories in a store: texts at paths, like files in folders.</summary>
public class MemoriesClient
{
    private readonly ResourceApi _api;

    internal MemoriesClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected MemoriesClient() => _api = null!;

    /// <summary>Makes a memory. It never overwrites one.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="request">Path and text.</param>
    /// <param name="view">Whether the answer has the text; null for the service's default, which is without.</param>
    /// <param name="cancellationToken">Ends the call. The memory may have been made all the same.</param>
    /// <returns>The memory.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: the path is taken, or lies above or below that of another memory (<see cref="ApiErrorType.MemoryPathConflict"/>; the details name it).</exception>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the memory may exist.</exception>
    public virtual Task<Memory> CreateAsync(string memoryStoreId, MemoryCreateRequest request, MemoryView? view = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<MemoryCreateRequest, Memory>($"v1/memory_stores/{memoryStoreId}/memories", new QueryString().Add("view", view), request, cancellationToken);
    }

    /// <summary>Gets a memory.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryId">The id of the memory (<c>mem_…</c>).</param>
    /// <param name="view">Whether the answer has the text; null for the service's default, which is with it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The memory.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Memory> GetAsync(string memoryStoreId, string memoryId, MemoryView? view = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Memory>($"v1/memory_stores/{memoryStoreId}/memories/{memoryId}", new QueryString().Add("view", view), cancellationToken);

    /// <summary>Changes the text of a memory, or renames it. Without a precondition the last writer wins.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryId">The id of the memory (<c>mem_…</c>).</param>
    /// <param name="request">What to change, and on what condition.</param>
    /// <param name="view">Whether the answer has the text; null for the service's default, which is without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The memory after the change.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: the path is taken (<see cref="ApiErrorType.MemoryPathConflict"/>), or the precondition does not hold (<see cref="ApiErrorType.MemoryPreconditionFailed"/>): get the memory and decide anew.</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Memory> UpdateAsync(string memoryStoreId, string memoryId, MemoryUpdateRequest request, MemoryView? view = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<MemoryUpdateRequest, Memory>($"v1/memory_stores/{memoryStoreId}/memories/{memoryId}", new QueryString().Add("view", view), request, cancellationToken);
    }

    /// <summary>Lists memories: all below a prefix or, with <see cref="MemoryListOptions.Depth"/> 1, one level with a <see cref="MemoryPrefix"/> for each folder.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="options">Which ones; null for all of the store, without texts.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>Memories and prefixes, in the order of the service, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<MemoryListItem> ListAsync(string memoryStoreId, MemoryListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<MemoryListItem>($"v1/memory_stores/{memoryStoreId}/memories", (options ?? new MemoryListOptions()).Query, cancellationToken);

    /// <summary>Reads the list of memories and arranges it as the tree that their paths make.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="pathPrefix">Only what is below this path, which ends in <c>/</c>; null for the whole store.</param>
    /// <param name="view">Whether the memories have their texts; null for the service's default, which is without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The folder of the prefix, with all below it.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual async Task<MemoryFolder> GetTreeAsync(string memoryStoreId, string? pathPrefix = null, MemoryView? view = null, CancellationToken cancellationToken = default)
    {
        var memories = new List<Memory>();
        await foreach (var item in ListAsync(memoryStoreId, new MemoryListOptions { PathPrefix = pathPrefix, View = view }, cancellationToken).ConfigureAwait(false))
        {
            if (item is Memory memory)
            {
                memories.Add(memory);
            }
        }

        return MemoryFolder.Arrange(memories, pathPrefix ?? "/");
    }

    /// <summary>Deletes a memory. Its versions stay, so that nothing is lost at once.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryId">The id of the memory (<c>mem_…</c>).</param>
    /// <param name="expectedContentSha256">Delete only if this is the hash of the text, as in <see cref="Memory.ContentSha256"/>; null to delete whatever it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: the text has another hash (<see cref="ApiErrorType.MemoryPreconditionFailed"/>).</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string memoryStoreId, string memoryId, string? expectedContentSha256 = null, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/memory_stores/{memoryStoreId}/memories/{memoryId}", new QueryString().Add("expected_content_sha256", expectedContentSha256), cancellationToken);
}
