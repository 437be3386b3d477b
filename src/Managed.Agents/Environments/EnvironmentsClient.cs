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
}
