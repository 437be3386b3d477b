namespace Managed.Agents;

/// <summary>Manages the resources of a session: files, repositories and memory stores.</summary>
public class SessionResourcesClient
{
    private readonly ResourceApi _api;

    internal SessionResourcesClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected SessionResourcesClient() => _api = null!;

    /// <summary>Adds a file to a session. Repositories and memory stores can only be added when the session is created.</summary>
    /// <remarks>If the operation is canceled, the file may have been added anyway.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="file">The file and its mount path.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resource, with the id of the session's copy of the file.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<FileResource> AddAsync(string sessionId, SessionResourceAddRequest file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return _api.CreateAsync<SessionResourceAddRequest, FileResource>($"v1/sessions/{sessionId}/resources", file, cancellationToken);
    }

    /// <summary>Gets a resource of a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="resourceId">The id of the resource (<c>sesrsc_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SessionResource> GetAsync(string sessionId, string resourceId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<SessionResource>($"v1/sessions/{sessionId}/resources/{resourceId}", cancellationToken);

    /// <summary>Updates the access token of a repository. Nothing else of a resource can be changed.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="resourceId">The id of the resource (<c>sesrsc_…</c>).</param>
    /// <param name="request">The new token.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<SessionResource> UpdateAsync(string sessionId, string resourceId, SessionResourceUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<SessionResourceUpdateRequest, SessionResource>($"v1/sessions/{sessionId}/resources/{resourceId}", request, cancellationToken);
    }

    /// <summary>Lists the resources of a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The list options; <see langword="null"/> for the API's default page size.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resources, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<SessionResource> ListAsync(string sessionId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<SessionResource>($"v1/sessions/{sessionId}/resources", (options ?? new ListOptions()).Query, cancellationToken);

    /// <summary>Removes a file from a session.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="resourceId">The id of the resource (<c>sesrsc_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the removed resource.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string sessionId, string resourceId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/sessions/{sessionId}/resources/{resourceId}", cancellationToken);
}
