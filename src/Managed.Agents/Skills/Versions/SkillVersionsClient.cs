namespace Managed.Agents;

/// <summary>The versions of a skill: what it was at each upload.</summary>
public class SkillVersionsClient
{
    private readonly ResourceApi _api;

    internal SkillVersionsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SkillVersionsClient() => _api = null!;

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
