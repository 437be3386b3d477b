using System.Net;

namespace Managed.Agents;

/// <summary>Creates and manages environments: the sandboxes that sessions run in, with their packages and network access. Environments are not versioned.</summary>
public class EnvironmentsClient
{
    private readonly ResourceApi _api;

    internal EnvironmentsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        Work = new EnvironmentWorkClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected EnvironmentsClient()
    {
        _api = null!;
        Work = null!;
    }

    /// <summary>Provides access to the work queues of self-hosted environments.</summary>
    public virtual EnvironmentWorkClient Work { get; }

    /// <summary>Creates an environment.</summary>
    /// <remarks>If the operation is canceled, the environment may have been created.</remarks>
    /// <param name="request">The name and configuration of the environment.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The environment, with the fields that the service filled in.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the environment may exist.</exception>
    public virtual Task<AgentEnvironment> CreateAsync(EnvironmentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<EnvironmentCreateRequest, AgentEnvironment>($"v1/environments", request, cancellationToken);
    }

    /// <summary>Creates an environment and avoids a duplicate: if the response is lost, the environment is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the environment. If no response is lost, no other request is sent. If the operation is canceled, the
    /// environment may have been created.
    /// </remarks>
    /// <param name="request">The name and configuration of the environment. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the environment after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The environment was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<AgentEnvironment>> CreateOnceAsync(EnvironmentCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request! with { Metadata = metadata }, token),
            (_, token) => ListAsync(new EnvironmentListOptions { IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets the environment with the name in the request, or creates it when there is none. A deployment script can call it on every run.</summary>
    /// <remarks>
    /// <para>
    /// An existing environment is returned unchanged, even if it differs from the request. Compare its configuration, and call
    /// <see cref="UpdateAsync"/> to change it. Names are case-sensitive. Archived environments are ignored.
    /// </para>
    /// <para>
    /// The service does not require unique names. If several environments have the same name, the oldest is returned, so that all callers
    /// get the same one. Two callers that find none at the same time can both create one; later calls return the older of the two.
    /// </para>
    /// <para>If the operation is canceled, the environment may have been created. The next call finds it.</para>
    /// </remarks>
    /// <param name="request">The name to look for, and the configuration to use when the environment is created.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The existing or new environment.</returns>
    /// <exception cref="ManagedAgentsException">A request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether an environment may have been created.</exception>
    public virtual async Task<AgentEnvironment> GetOrCreateAsync(EnvironmentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindAsync(request.Name, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        try
        {
            return await CreateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ManagedAgentsApiException taken) when (taken.StatusCode == HttpStatusCode.Conflict)
        {
            // A service that enforces unique names reports a conflict when another caller has just created the environment.
            if (await FindAsync(request.Name, cancellationToken).ConfigureAwait(false) is { } theirs)
            {
                return theirs;
            }

            throw;
        }
    }

    /// <summary>Gets an environment.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<AgentEnvironment> GetAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<AgentEnvironment>($"v1/environments/{environmentId}", cancellationToken);

    /// <summary>Updates an environment. Existing sandboxes are unchanged.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="request">The changes. The type of the configuration (cloud or self-hosted) cannot change.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated environment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<AgentEnvironment> UpdateAsync(string environmentId, EnvironmentUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<EnvironmentUpdateRequest, AgentEnvironment>($"v1/environments/{environmentId}", request, cancellationToken);
    }

    /// <summary>Lists environments.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The environments, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<AgentEnvironment> ListAsync(EnvironmentListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<AgentEnvironment>($"v1/environments", (options ?? new EnvironmentListOptions()).Query, cancellationToken);

    /// <summary>Archives an environment permanently. It accepts no new sessions; existing sessions continue.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived environment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<AgentEnvironment> ArchiveAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<AgentEnvironment>($"v1/environments/{environmentId}/archive", cancellationToken);

    /// <summary>Deletes an environment. This is possible only when no session refers to it.</summary>
    /// <param name="environmentId">The id of the environment (<c>env_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted environment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/environments/{environmentId}", cancellationToken);

    private async Task<AgentEnvironment?> FindAsync(string name, CancellationToken cancellationToken)
    {
        AgentEnvironment? oldest = null;
        await foreach (var environment in ListAsync(new EnvironmentListOptions { PageSize = 100 }, cancellationToken).ConfigureAwait(false))
        {
            if (environment.Name == name && environment.ArchivedAt is null && !(environment.CreatedAt >= oldest?.CreatedAt))
            {
                oldest = environment;
            }
        }

        return oldest;
    }
}
