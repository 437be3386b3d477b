namespace Managed.Agents;

/// <summary>Skills: folders with instructions and files, in versions, that agents use.</summary>
public class SkillsClient
{
    private readonly ResourceApi _api;

    internal SkillsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options);
        Versions = new SkillVersionsClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected SkillsClient()
    {
        _api = null!;
        Versions = null!;
    }

    /// <summary>The versions of a skill.</summary>
    public virtual SkillVersionsClient Versions { get; }

    /// <summary>Makes a skill, with its first version.</summary>
    /// <param name="upload">The folder, archive or files.</param>
    /// <param name="progress">Told how far it has come, piece by piece; null for nobody. What it throws ends the call.</param>
    /// <param name="cancellationToken">Ends the call. The skill may have been made all the same.</param>
    /// <returns>The skill.</returns>
    /// <exception cref="InvalidOperationException">A stream of the upload was read before and cannot be rewound.</exception>
    /// <exception cref="IOException">The content could not be read.</exception>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the skill may exist.</exception>
    public virtual Task<Skill> CreateAsync(SkillUpload upload, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        (string Name, string Value)[] fields = upload.DisplayName is { } name ? [("display_name", name)] : [];
        return _api.UploadAsync<Skill>($"v1/skills", new MultipartUpload(fields, "files[]", upload.ToParts(), progress), cancellationToken);
    }

    /// <summary>Gets a skill.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The skill.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Skill> GetAsync(string skillId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Skill>($"v1/skills/{skillId}", cancellationToken);

    /// <summary>Lists skills: your own and those by Anthropic.</summary>
    /// <param name="options">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The skills, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Skill> ListAsync(SkillListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Skill>($"v1/skills", (options ?? new SkillListOptions()).Query, cancellationToken);

    /// <summary>Deletes a skill.</summary>
    /// <param name="skillId">The id of the skill (<c>skill_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string skillId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/skills/{skillId}", cancellationToken);
}
