namespace Managed.Agents;

/// <summary>Provides access to the version history of the memories in a store, including who made each change.</summary>
public class MemoryVersionsClient
{
    private readonly ResourceApi _api;

    internal MemoryVersionsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected MemoryVersionsClient() => _api = null!;

    /// <summary>Gets a version. To restore it, create or update a memory with its text.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryVersionId">The id of the version (<c>memver_…</c>).</param>
    /// <param name="view">Whether the response contains the text. Default: <see cref="MemoryView.Full"/>, with text.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<MemoryVersion> GetAsync(string memoryStoreId, string memoryVersionId, MemoryView? view = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<MemoryVersion>($"v1/memory_stores/{memoryStoreId}/memory_versions/{memoryVersionId}", new QueryString().Add("view", view), cancellationToken);

    /// <summary>Lists the versions of memories, newest first.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="options">The filters, view and page size; <see langword="null"/> lists the versions of all memories, without texts.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The versions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<MemoryVersion> ListAsync(string memoryStoreId, MemoryVersionListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<MemoryVersion>($"v1/memory_stores/{memoryStoreId}/memory_versions", (options ?? new MemoryVersionListOptions()).Query, cancellationToken);

    /// <summary>Permanently removes the text, path, size and hash of a version.</summary>
    /// <remarks>The current version of a memory cannot be redacted. Change or delete the memory first.</remarks>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryVersionId">The id of the version (<c>memver_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The redacted version.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<MemoryVersion> RedactAsync(string memoryStoreId, string memoryVersionId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<MemoryVersion>($"v1/memory_stores/{memoryStoreId}/memory_versions/{memoryVersionId}/redact", cancellationToken);
}
