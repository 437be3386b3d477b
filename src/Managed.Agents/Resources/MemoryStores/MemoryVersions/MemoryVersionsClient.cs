namespace Managed.Agents;

/// <summary>What the memories in a store were at each change, and who made it.</summary>
public class MemoryVersionsClient
{
    private readonly ResourceApi _api;

    internal MemoryVersionsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected MemoryVersionsClient() => _api = null!;

    /// <summary>Gets a version. To restore it, create or update a memory with its text.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryVersionId">The id of the version (<c>memver_…</c>).</param>
    /// <param name="view">Whether the answer has the text; null for the service's default, which is with it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<MemoryVersion> GetAsync(string memoryStoreId, string memoryVersionId, MemoryView? view = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<MemoryVersion>($"v1/memory_stores/{memoryStoreId}/memory_versions/{memoryVersionId}", new QueryString().Add("view", view), cancellationToken);

    /// <summary>Lists versions, newest first.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="options">Which ones; null for those of all memories, without texts.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The versions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<MemoryVersion> ListAsync(string memoryStoreId, MemoryVersionListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<MemoryVersion>($"v1/memory_stores/{memoryStoreId}/memory_versions", (options ?? new MemoryVersionListOptions()).Query, cancellationToken);

    /// <summary>Wipes text, path, size and hash of a version, for good. Not the version that a memory is at: change or delete the memory first.</summary>
    /// <param name="memoryStoreId">The id of the store (<c>memstore_…</c>).</param>
    /// <param name="memoryVersionId">The id of the version (<c>memver_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The version, redacted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<MemoryVersion> RedactAsync(string memoryStoreId, string memoryVersionId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<MemoryVersion>($"v1/memory_stores/{memoryStoreId}/memory_versions/{memoryVersionId}/redact", cancellationToken);
}
