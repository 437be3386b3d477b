namespace Managed.Agents;

/// <summary>Creates and manages the memories in a store: texts at paths, like files in folders.</summary>
public class MemoriesClient
{
    private readonly ResourceApi _api;

    internal MemoriesClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected MemoriesClient() => _api = null!;

    /// <summary>Creates a memory. It never overwrites an existing one.</summary>
    /// <remarks>If the operation is canceled, the memory may have been created.</remarks>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="request">The path and the text.</param>
    /// <param name="view">Whether the response contains the text. Default: <see cref="MemoryView.Basic"/>, without text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The memory.</returns>
    /// <exception cref="ManagedAgentsApiException">
    /// The status is 409: the path is already used, or another memory exists at a path above or below it
    /// (<see cref="ApiErrorType.MemoryPathConflict"/>). The details of the error name that memory.
    /// </exception>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the memory may exist.</exception>
    public virtual Task<Memory> CreateAsync(string memoryStoreId, MemoryCreateRequest request, MemoryView? view = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<MemoryCreateRequest, Memory>($"v1/memory_stores/{memoryStoreId}/memories", new QueryString().Add("view", view), request, cancellationToken);
    }

    /// <summary>Gets a memory.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryId">The id of the memory (<c>mem_…</c>).</param>
    /// <param name="view">Whether the response contains the text. Default: <see cref="MemoryView.Full"/>, with text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The memory.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Memory> GetAsync(string memoryStoreId, string memoryId, MemoryView? view = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Memory>($"v1/memory_stores/{memoryStoreId}/memories/{memoryId}", new QueryString().Add("view", view), cancellationToken);

    /// <summary>Changes the text or the path of a memory. Without a precondition the last write wins.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryId">The id of the memory (<c>mem_…</c>).</param>
    /// <param name="request">The changes and an optional precondition.</param>
    /// <param name="view">Whether the response contains the text. Default: <see cref="MemoryView.Basic"/>, without text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated memory.</returns>
    /// <exception cref="ManagedAgentsApiException">
    /// The status is 409: the path is already used (<see cref="ApiErrorType.MemoryPathConflict"/>), or the precondition failed
    /// (<see cref="ApiErrorType.MemoryPreconditionFailed"/>). In that case, get the memory and repeat the update.
    /// </exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Memory> UpdateAsync(string memoryStoreId, string memoryId, MemoryUpdateRequest request, MemoryView? view = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<MemoryUpdateRequest, Memory>($"v1/memory_stores/{memoryStoreId}/memories/{memoryId}", new QueryString().Add("view", view), request, cancellationToken);
    }

    /// <summary>Lists the memories below a prefix. With <see cref="MemoryListOptions.Depth"/> 1, lists one level, with a <see cref="MemoryPrefix"/> for each folder.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="options">The filters, view and page size; <see langword="null"/> lists all memories of the store, without texts.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The memories and prefixes in the order of the service, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<MemoryListItem> ListAsync(string memoryStoreId, MemoryListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<MemoryListItem>($"v1/memory_stores/{memoryStoreId}/memories", (options ?? new MemoryListOptions()).Query, cancellationToken);

    /// <summary>Lists the memories and arranges them as the folder tree of their paths.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="pathPrefix">Includes only memories below this path, which must end in <c>/</c>; <see langword="null"/> includes the whole store.</param>
    /// <param name="view">Whether the memories contain their texts. Default: <see cref="MemoryView.Basic"/>, without texts.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The folder at the prefix, with everything below it.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
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

    /// <summary>Deletes a memory. Its versions are kept for a limited time.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryId">The id of the memory (<c>mem_…</c>).</param>
    /// <param name="expectedContentSha256">The hash that the text must have, as in <see cref="Memory.ContentSha256"/>; <see langword="null"/> deletes the memory regardless of its text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted memory.</returns>
    /// <exception cref="ManagedAgentsApiException">The status is 409: the text has a different hash (<see cref="ApiErrorType.MemoryPreconditionFailed"/>).</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string memoryStoreId, string memoryId, string? expectedContentSha256 = null, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/memory_stores/{memoryStoreId}/memories/{memoryId}", new QueryString().Add("expected_content_sha256", expectedContentSha256), cancellationToken);
}
