namespace Managed.Agents;

/// <summary>Creates and manages skills: versioned folders with instructions and files for agents.</summary>
public class SkillsClient
{
    private readonly ResourceApi _api;

    internal SkillsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options);
        Versions = new SkillVersionsClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SkillsClient()
    {
        _api = null!;
        Versions = null!;
    }

    /// <summary>Provides access to the versions of a skill.</summary>
    public virtual SkillVersionsClient Versions { get; }

    /// <summary>Creates a skill with its first version.</summary>
    /// <remarks>If the operation is canceled, the skill may have been created.</remarks>
    /// <param name="upload">The folder, archive or files.</param>
    /// <param name="progress">Receives the progress of the transfer; <see langword="null"/> reports none. If it throws an exception, the call fails.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The skill.</returns>
    /// <exception cref="InvalidOperationException">A stream of the upload has already been read and cannot be rewound.</exception>
    /// <exception cref="IOException">The content could not be read.</exception>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the skill may exist.</exception>
    public virtual Task<Skill> CreateAsync(SkillUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        (string Name, string Value)[] fields = upload.DisplayName is { } name ? [("display_name", name)] : [];
        return _api.UploadAsync<Skill>($"v1/skills", new MultipartUpload(fields, "files[]", upload.ToParts(), progress), cancellationToken);
    }

    /// <summary>Gets a skill.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The skill.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Skill> GetAsync(string skillId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Skill>($"v1/skills/{skillId}", cancellationToken);

    /// <summary>Lists skills: those of your organization and those provided by Anthropic.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists all skills.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The skills, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Skill> ListAsync(SkillListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Skill>($"v1/skills", (options ?? new SkillListOptions()).Query, cancellationToken);

    /// <summary>Deletes a skill.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted skill.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string skillId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/skills/{skillId}", cancellationToken);
}
