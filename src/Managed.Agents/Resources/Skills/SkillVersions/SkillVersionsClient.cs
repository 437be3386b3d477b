namespace Managed.Agents;

/// <summary>Creates and manages the versions of a skill.</summary>
public class SkillVersionsClient
{
    private readonly ResourceApi _api;

    internal SkillVersionsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SkillVersionsClient() => _api = null!;

    /// <summary>Creates a new version of a skill. The upload must contain all its files.</summary>
    /// <remarks>If the operation is canceled, the version may have been created.</remarks>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="upload">The folder, archive or files, without <see cref="SkillUpload.DisplayName"/>.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The version.</returns>
    /// <exception cref="InvalidOperationException">A stream of the upload has already been read and cannot be rewound.</exception>
    /// <exception cref="IOException">The content could not be read.</exception>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the version may exist.</exception>
    public virtual Task<SkillVersion> CreateAsync(string skillId, SkillUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return upload.DisplayName is null
            ? _api.UploadAsync<SkillVersion>($"v1/skills/{skillId}/versions", new MultipartUpload([], "files[]", upload.ToParts(), progress), cancellationToken)
            : throw new ArgumentException($"{nameof(SkillUpload.DisplayName)} is set, but the display name belongs to the skill and a version cannot change it. Remove it.", nameof(upload));
    }

    /// <summary>Downloads a version as a zip archive to a stream.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="destination">The stream to write to. It is not rewound or disposed. After a failure it may contain part of the archive.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the whole archive is written.</returns>
    /// <exception cref="ManagedAgentsException">The request failed, or the connection was lost before the archive was complete.</exception>
    public virtual async Task DownloadAsync(string skillId, string version, Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var download = await _api.DownloadAsync($"v1/skills/{skillId}/versions/{version}/content", cancellationToken).ConfigureAwait(false);
        await download.CopyToAsync(destination, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a version as a zip archive to disk. A partial archive never appears at the path.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="path">The path of the file. Its folder must exist. An existing file is replaced after the whole download has succeeded.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the file is written.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="ManagedAgentsException">The request failed, or the connection was lost before the archive was complete.</exception>
    public virtual async Task DownloadToFileAsync(string skillId, string version, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        using var download = await _api.DownloadAsync($"v1/skills/{skillId}/versions/{version}/content", cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(full, replace: true, file => download.CopyToAsync(file, progress, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Downloads a version and extracts it to a folder, as the reverse of <see cref="SkillUpload.FromFolder"/>. A partial folder never appears at the path.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="folder">The folder that will contain <c>SKILL.md</c>. It must not exist or must be empty.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the folder is written.</returns>
    /// <exception cref="IOException">The folder is not empty, or could not be written.</exception>
    /// <exception cref="ManagedAgentsResponseException">The archive is damaged, is larger than 1 GiB when extracted, or has an entry outside its folder.</exception>
    /// <exception cref="ManagedAgentsException">The request failed, or the connection was lost before the archive was complete.</exception>
    public virtual async Task DownloadToFolderAsync(string skillId, string version, string folder, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var target = new AtomicFolder(folder);
        using var download = await _api.DownloadAsync($"v1/skills/{skillId}/versions/{version}/content", cancellationToken).ConfigureAwait(false);
        await target.UnpackAsync(download, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a version.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SkillVersion> GetAsync(string skillId, string version, CancellationToken cancellationToken = default) =>
        _api.GetAsync<SkillVersion>($"v1/skills/{skillId}/versions/{version}", cancellationToken);

    /// <summary>Lists the versions of a skill.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="options">The page size; <see langword="null"/> uses the default of the service.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The versions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SkillVersion> ListAsync(string skillId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SkillVersion>($"v1/skills/{skillId}/versions", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Deletes a version.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted version.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string skillId, string version, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/skills/{skillId}/versions/{version}", cancellationToken);
}
