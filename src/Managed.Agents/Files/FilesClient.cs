namespace Managed.Agents;

/// <summary>Files: what is uploaded for sessions and messages, and what sessions make.</summary>
public class FilesClient
{
    private readonly ResourceApi _api;

    // Only the filter by scope is in beta; everything else about files is released and sends no beta value.
    private readonly ResourceApi _scopedApi;

    internal FilesClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options);
        _scopedApi = new ResourceApi(connection, options, BetaValues.ManagedAgents);
    }

    /// <summary>For mocking.</summary>
    protected FilesClient()
    {
        _api = null!;
        _scopedApi = null!;
    }

    /// <summary>Gets what is known about a file, without its content.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Name, type, length and so on.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<FileMetadata> GetAsync(string fileId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<FileMetadata>($"v1/files/{fileId}", cancellationToken);

    /// <summary>Lists files.</summary>
    /// <param name="options">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The files, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<FileMetadata> ListAsync(FileListOptions? options = null, CancellationToken cancellationToken = default) =>
        (options?.ScopeId is null ? _api : _scopedApi).List<FileMetadata>($"v1/files", (options ?? new FileListOptions()).Query, cancellationToken);

    /// <summary>Deletes a file.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedFile> DeleteAsync(string fileId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedFile>($"v1/files/{fileId}", cancellationToken);
}
