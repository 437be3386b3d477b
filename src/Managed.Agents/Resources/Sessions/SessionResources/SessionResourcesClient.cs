namespace Managed.Agents;

/// <summary>The files, repositories and memory stores of a session.</summary>
public class SessionResourcesClient
{
    private readonly ResourceApi _api;

    internal SessionResourcesClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SessionResourcesClient() => _api = null!;

    /// <summary>Adds a file to a session. Repositories and memory stores can only be given when the session is made.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="file">The file and where to mount it.</param>
    /// <param name="cancellationToken">Ends the call. The file may have been added all the same.</param>
    /// <returns>The resource, with the id of the session's own copy of the file.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<FileResource> AddAsync(string sessionId, SessionResourceAddRequest file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return _api.CreateAsync<SessionResourceAddRequest, FileResource>($"v1/sessions/{sessionId}/resources", file, cancellationToken);
    }

    /// <summary>Gets a resource of a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="resourceId">The id of the resource (<c>sesrsc_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SessionResource> GetAsync(string sessionId, string resourceId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<SessionResource>($"v1/sessions/{sessionId}/resources/{resourceId}", cancellationToken);

    /// <summary>Replaces the access token of a repository. Nothing else of a resource can change.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="resourceId">The id of the resource (<c>sesrsc_…</c>).</param>
    /// <param name="request">The new token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<SessionResource> UpdateAsync(string sessionId, string resourceId, SessionResourceUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<SessionResourceUpdateRequest, SessionResource>($"v1/sessions/{sessionId}/resources/{resourceId}", request, cancellationToken);
    }

    /// <summary>Lists the resources of a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">Page size; null for the service's default.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The resources, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionResource> ListAsync(string sessionId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionResource>($"v1/sessions/{sessionId}/resources", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Removes a file from a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="resourceId">The id of the resource (<c>sesrsc_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was removed.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string sessionId, string resourceId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/sessions/{sessionId}/resources/{resourceId}", cancellationToken);
}
