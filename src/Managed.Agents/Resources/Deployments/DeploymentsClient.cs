namespace Managed.Agents;

/// <summary>Deployments: an agent with everything its sessions need, started by a schedule or by hand.</summary>
public class DeploymentsClient
{
    private readonly ResourceApi _api;

    internal DeploymentsClient(ApiConnection connection, CallOptions options) =>
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);

    /// <summary>For mocking.</summary>
    protected DeploymentsClient() => _api = null!;

    /// <summary>Makes a deployment. With a schedule it is active at once.</summary>
    /// <param name="request">Agent, environment, what each session begins with, and when.</param>
    /// <param name="cancellationToken">Ends the call. The deployment may have been made all the same.</param>
    /// <returns>The deployment, with the agent's version that was pinned.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the deployment may exist. A second one with a schedule would start everything twice.</exception>
    public virtual Task<Deployment> CreateAsync(DeploymentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<DeploymentCreateRequest, Deployment>($"v1/deployments", request, cancellationToken);
    }

    /// <summary>Gets a deployment.</summary>
    /// <param name="deploymentId">The id (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The deployment.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Deployment> GetAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Deployment>($"v1/deployments/{deploymentId}", cancellationToken);

    /// <summary>Changes a deployment. Sessions that it started already stay as they are.</summary>
    /// <param name="deploymentId">The id (<c>depl_…</c>).</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The deployment after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Deployment> UpdateAsync(string deploymentId, DeploymentUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<DeploymentUpdateRequest, Deployment>($"v1/deployments/{deploymentId}", request, cancellationToken);
    }

    /// <summary>Lists deployments.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The deployments, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Deployment> ListAsync(DeploymentListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Deployment>($"v1/deployments", (options ?? new DeploymentListOptions()).Query, cancellationToken);

    /// <summary>Archives a deployment, for good: it starts nothing any more; sessions that run go on.</summary>
    /// <param name="deploymentId">The id (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived deployment.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Deployment> ArchiveAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Deployment>($"v1/deployments/{deploymentId}/archive", cancellationToken);

    /// <summary>Stops the schedule of a deployment. Sessions that run go on, and <see cref="RunAsync"/> still works.</summary>
    /// <param name="deploymentId">The id (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The paused deployment.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Deployment> PauseAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Deployment>($"v1/deployments/{deploymentId}/pause", cancellationToken);

    /// <summary>Lets the schedule of a deployment go on at its next time. What was missed is not made up for.</summary>
    /// <param name="deploymentId">The id (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The active deployment.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Deployment> UnpauseAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Deployment>($"v1/deployments/{deploymentId}/unpause", cancellationToken);

    /// <summary>Starts a session of a deployment now, also while it is paused.</summary>
    /// <param name="deploymentId">The id (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">Ends the call. The session may have been started all the same.</param>
    /// <returns>The run, with the session's id or, when none could be started, the error: that is no exception.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether a session may run. The list of runs tells.</exception>
    public virtual Task<DeploymentRun> RunAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<DeploymentRun>($"v1/deployments/{deploymentId}/run", cancellationToken);
}
