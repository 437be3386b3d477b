namespace Managed.Agents;

/// <summary>The versions of a skill: what it was at each upload.</summary>
public class SkillVersionsClient
{
    private readonly ResourceApi _api;

    internal SkillVersionsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SkillVersionsClient() => _api = null!;

    /// <summary>Makes a new version of a skill, which has all of its files anew.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="upload">The folder, archive or files, without <see cref="SkillUpload.DisplayName"/>.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call. The version may have been made all the same.</param>
    /// <returns>The version.</returns>
    /// <exception cref="InvalidOperationException">A stream of the upload was read before and cannot be rewound.</exception>
    /// <exception cref="IOException">The content could not be read.</exception>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the version may exist.</exception>
    public virtual Task<SkillVersion> CreateAsync(string skillId, SkillUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return upload.DisplayName is null
            ? _api.UploadAsync<SkillVersion>($"v1/skills/{skillId}/versions", new MultipartUpload([], "files[]", upload.ToParts(), progress), cancellationToken)
            : throw new ArgumentException($"A version has no {nameof(SkillUpload.DisplayName)}; it is the skill's and fixed. Leave it out.", nameof(upload));
    }

    /// <summary>Downloads a version as a zip archive into a stream.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="destination">Where the archive goes. It is neither rewound nor disposed; after a failure it may have a part of the archive.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>When all of the archive is written.</returns>
    /// <exception cref="ManagedAgentsException">The call failed, or the connection broke before the archive was complete.</exception>
    public virtual async Task DownloadAsync(string skillId, string version, Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var download = await _api.DownloadAsync($"v1/skills/{skillId}/versions/{version}/content", cancellationToken).ConfigureAwait(false);
        await download.CopyToAsync(destination, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a version to disk as a zip archive. Under its path it appears whole or not at all.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="path">The path to write, whose folder exists. A file that is there is replaced when all of the new one has arrived.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>When the file is there.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="ManagedAgentsException">The call failed, or the connection broke before the archive was complete.</exception>
    public virtual async Task DownloadToFileAsync(string skillId, string version, string path, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        using var download = await _api.DownloadAsync($"v1/skills/{skillId}/versions/{version}/content", cancellationToken).ConfigureAwait(false);
        await AtomicFile.WriteAsync(full, replace: true, file => download.CopyToAsync(file, progress, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Downloads a version and unpacks it: the way back of <see cref="SkillUpload.FromFolder"/>. The folder appears whole or not at all.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="folder">The folder that will have <c>SKILL.md</c>. It must not exist yet, or be empty.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>When the folder is there.</returns>
    /// <exception cref="IOException">The folder is not empty, or could not be written.</exception>
    /// <exception cref="ManagedAgentsResponseException">The archive is damaged, unpacks to more than 1 GiB, or has an entry that does not stay in its folder.</exception>
    /// <exception cref="ManagedAgentsException">The call failed, or the connection broke before the archive was complete.</exception>
    public virtual async Task DownloadToFolderAsync(string skillId, string version, string folder, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var target = new AtomicFolder(folder);
        using var download = await _api.DownloadAsync($"v1/skills/{skillId}/versions/{version}/content", cancellationToken).ConfigureAwait(false);
        await target.UnpackAsync(download, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a version.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SkillVersion> GetAsync(string skillId, string version, CancellationToken cancellationToken = default) =>
        _api.GetAsync<SkillVersion>($"v1/skills/{skillId}/versions/{version}", cancellationToken);

    /// <summary>Lists the versions of a skill.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="options">Page size; null for the service's default.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The versions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SkillVersion> ListAsync(string skillId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SkillVersion>($"v1/skills/{skillId}/versions", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Deletes a version.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="version">The id of the version, or <c>latest</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedSkillVersion> DeleteAsync(string skillId, string version, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedSkillVersion>($"v1/skills/{skillId}/versions/{version}", cancellationToken);
}
