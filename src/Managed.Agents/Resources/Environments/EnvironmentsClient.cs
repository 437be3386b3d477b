using System.Net;

namespace Managed.Agents;

/// <summary>Environments: the sandboxes that sessions run in, with their packages and network rules. They are not versioned.</summary>
public class EnvironmentsClient
{
    private readonly ResourceApi _api;

    internal EnvironmentsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        Work = new EnvironmentWorkClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected EnvironmentsClient()
    {
        _api = null!;
        Work = null!;
    }

    /// <summary>The work queues of self-hosted environments.</summary>
    public virtual EnvironmentWorkClient Work { get; }

    /// <summary>Makes an environment.</summary>
    /// <param name="request">Its name and configuration.</param>
    /// <param name="cancellationToken">Ends the call. The environment may have been made all the same.</param>
    /// <returns>The environment, with what the service filled in.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the environment may exist.</exception>
    public virtual Task<AgentEnvironment> CreateAsync(EnvironmentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<EnvironmentCreateRequest, AgentEnvironment>($"v1/environments", request, cancellationToken);
    }

    /// <summary>Finds the environment of a name, and makes it when there is none: what a deployment script does on every run.</summary>
    /// <remarks>
    /// <para>
    /// An environment that is found stays as it is, whatever the request says: compare its configuration, and call <see cref="UpdateAsync"/>
    /// to change it. Upper and lower case make different names. Archived environments are passed over.
    /// </para>
    /// <para>
    /// Names need not be unique at the service. Of several with the name the oldest is taken, so that all callers agree. Two callers that find
    /// none at the same moment can both make one; from then on both find the older of the two.
    /// </para>
    /// </remarks>
    /// <param name="request">The name to look for, and what the environment is made with when there is none.</param>
    /// <param name="cancellationToken">Ends the call. The environment may have been made all the same; the next call finds it.</param>
    /// <returns>The environment that was found or made.</returns>
    /// <exception cref="ManagedAgentsException">A call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether an environment may have been made.</exception>
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
            // A service that keeps names unique says so; then somebody else has just made it.
            if (await FindAsync(request.Name, cancellationToken).ConfigureAwait(false) is { } theirs)
            {
                return theirs;
            }

            throw;
        }
    }

    /// <summary>Gets an environment.</summary>
    /// <param name="environmentId">The id (<c>env_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<AgentEnvironment> GetAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<AgentEnvironment>($"v1/environments/{environmentId}", cancellationToken);

    /// <summary>Changes an environment. Sandboxes that exist already stay as they are.</summary>
    /// <param name="environmentId">The id (<c>env_…</c>).</param>
    /// <param name="request">What to change. The kind of the configuration (cloud or self-hosted) is fixed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The environment after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<AgentEnvironment> UpdateAsync(string environmentId, EnvironmentUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<EnvironmentUpdateRequest, AgentEnvironment>($"v1/environments/{environmentId}", request, cancellationToken);
    }

    /// <summary>Lists environments.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The environments, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<AgentEnvironment> ListAsync(EnvironmentListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<AgentEnvironment>($"v1/environments", (options ?? new EnvironmentListOptions()).Query, cancellationToken);

    /// <summary>Archives an environment, for good: it takes no new sessions; existing ones go on.</summary>
    /// <param name="environmentId">The id (<c>env_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived environment.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<AgentEnvironment> ArchiveAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<AgentEnvironment>($"v1/environments/{environmentId}/archive", cancellationToken);

    /// <summary>Deletes an environment. Possible only while no session refers to it.</summary>
    /// <param name="environmentId">The id (<c>env_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedEnvironment> DeleteAsync(string environmentId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedEnvironment>($"v1/environments/{environmentId}", cancellationToken);

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
