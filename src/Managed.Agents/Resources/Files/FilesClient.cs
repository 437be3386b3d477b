using System.Globalization;

namespace Managed.Agents;

/// <summary>Uploads, downloads and manages files: the input of sessions and messages, and the output of sessions.</summary>
public class FilesClient
{
    private readonly ResourceApi _api;

    // Only the filter by scope is in beta. The other file endpoints need no beta value.
    private readonly ResourceApi _scopedApi;

    internal FilesClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options);
        _scopedApi = new ResourceApi(connection, options, BetaValues.ManagedAgents);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected FilesClient()
    {
        _api = null!;
        _scopedApi = null!;
    }

    /// <summary>Uploads a file of up to 500 MB. The content is streamed, without a time limit as long as data is being transferred.</summary>
    /// <remarks>If the operation is canceled, the file may have been created.</remarks>
    /// <param name="upload">The file, from a path, a stream or bytes.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The metadata of the uploaded file, with its id.</returns>
    /// <exception cref="InvalidOperationException">The stream of the upload has already been read and cannot be rewound.</exception>
    /// <exception cref="IOException">The content could not be read.</exception>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the file may exist.</exception>
    public virtual Task<FileMetadata> UploadAsync(FileUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var name = upload.FileName[(upload.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        (string Name, string Value)[] fields = upload.ExpiresIn is { } expiresIn
            ? [("expires_in_seconds", ((long)Math.Ceiling(expiresIn.TotalSeconds)).ToString(CultureInfo.InvariantCulture))]
            : [];
        return _api.UploadAsync<FileMetadata>($"v1/files", new MultipartUpload(fields, "file", [upload.ToPart(name)], progress), cancellationToken);
    }

    /// <summary>Downloads a file to the current position of a stream. Only files that sessions create can be downloaded.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="destination">The stream to write to. It is not rewound or disposed. After a failure it may contain part of the content.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the whole content is written.</returns>
    /// <exception cref="ManagedAgentsApiException">The code is <c>file_not_downloadable</c> for an uploaded file, or <c>file_expired</c> for an expired one.</exception>
    /// <exception cref="ManagedAgentsException">The request failed, or the connection was lost before the content was complete.</exception>
    public virtual async Task DownloadAsync(string fileId, Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var download = await _api.DownloadAsync($"v1/files/{fileId}/content", cancellationToken).ConfigureAwait(false);
        await download.CopyToAsync(destination, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a file to disk. It is written under a temporary name in the same folder, so a partial file never appears at the path.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="path">The path of the file. Its folder must exist. An existing file is replaced after the whole download has succeeded.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the file is written.</returns>
    /// <exception cref="ManagedAgentsApiException">The code is <c>file_not_downloadable</c> for an uploaded file, or <c>file_expired</c> for an expired one.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="ManagedAgentsException">The request failed, or the connection was lost before the content was complete.</exception>
    public virtual async Task DownloadToFileAsync(string fileId, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await DownloadToFileAsync(fileId, Path.GetFullPath(path), replace: true, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the metadata of a file, without its content.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The metadata of the file, such as name, media type and size.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<FileMetadata> GetAsync(string fileId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<FileMetadata>($"v1/files/{fileId}", cancellationToken);

    /// <summary>Lists files.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists all files.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The files, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<FileMetadata> ListAsync(FileListOptions? options = null, CancellationToken cancellationToken = default) =>
        (options?.ScopeId is null ? _api : _scopedApi).List<FileMetadata>($"v1/files", (options ?? new FileListOptions()).Query, cancellationToken);

    /// <summary>Deletes a file.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted file.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string fileId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/files/{fileId}", cancellationToken);

    internal async Task DownloadToFileAsync(string fileId, string path, bool replace, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        using var download = await _api.DownloadAsync($"v1/files/{fileId}/content", cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(path, replace, file => download.CopyToAsync(file, progress, cancellationToken)).ConfigureAwait(false);
    }
}
