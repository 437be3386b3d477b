using System.Globalization;

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

    /// <summary>Uploads a file of up to 500 MB. It is streamed, and may take as long as it moves.</summary>
    /// <param name="upload">The file: from a path, a stream or bytes.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call. The file may have been made all the same.</param>
    /// <returns>What the service made of it, with the id.</returns>
    /// <exception cref="InvalidOperationException">The stream of the upload was read before and cannot be rewound.</exception>
    /// <exception cref="IOException">The content could not be read.</exception>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the file may exist.</exception>
    public virtual Task<FileMetadata> UploadAsync(FileUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var name = upload.FileName[(upload.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        (string Name, string Value)[] fields = upload.ExpiresIn is { } expiresIn
            ? [("expires_in_seconds", ((long)Math.Ceiling(expiresIn.TotalSeconds)).ToString(CultureInfo.InvariantCulture))]
            : [];
        return _api.UploadAsync<FileMetadata>($"v1/files", new MultipartUpload(fields, "file", [upload.ToPart(name)], progress), cancellationToken);
    }

    /// <summary>Downloads a file into a stream, from where the stream stands. Only what sessions make can be downloaded.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="destination">Where the content goes. It is neither rewound nor disposed; after a failure it may have a part of the content.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>When all of the content is written.</returns>
    /// <exception cref="ManagedAgentsApiException">With the code <c>file_not_downloadable</c>: the file was uploaded; with <c>file_expired</c>: it is gone.</exception>
    /// <exception cref="ManagedAgentsException">The call failed, or the connection broke before the content was complete.</exception>
    public virtual async Task DownloadAsync(string fileId, Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var download = await _api.DownloadAsync($"v1/files/{fileId}/content", cancellationToken).ConfigureAwait(false);
        await download.CopyToAsync(destination, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a file to disk. Under its path it appears whole or not at all; until then it has another name in the same folder.</summary>
    /// <param name="fileId">The id of the file (<c>file_…</c>).</param>
    /// <param name="path">The path to write, whose folder exists. A file that is there is replaced when all of the new one has arrived.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>When the file is there.</returns>
    /// <exception cref="ManagedAgentsApiException">With the code <c>file_not_downloadable</c>: the file was uploaded; with <c>file_expired</c>: it is gone.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="ManagedAgentsException">The call failed, or the connection broke before the content was complete.</exception>
    public virtual async Task DownloadToFileAsync(string fileId, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await DownloadToFileAsync(fileId, Path.GetFullPath(path), replace: true, progress, cancellationToken).ConfigureAwait(false);
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

    internal async Task DownloadToFileAsync(string fileId, string path, bool replace, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        using var download = await _api.DownloadAsync($"v1/files/{fileId}/content", cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(path, replace, file => download.CopyToAsync(file, progress, cancellationToken)).ConfigureAwait(false);
    }
}
