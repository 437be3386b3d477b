namespace Managed.Agents;

/// <summary>Creates and manages deployments: agents whose sessions are started by a schedule or manually.</summary>
public class DeploymentsClient
{
    private readonly ResourceApi _api;

    internal DeploymentsClient(ApiConnection connection, CallOptions options) =>
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);

    /// <summary>Initializes a new instance for mocking.</summary>
    protected DeploymentsClient() => _api = null!;

    /// <summary>Creates a deployment. Its schedule, if there is one, is active immediately.</summary>
    /// <remarks>If the operation is canceled, the deployment may have been created anyway.</remarks>
    /// <param name="request">The agent, the environment, the initial events and the schedule.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The deployment, with the pinned agent version.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the deployment may have been created. Check before creating it again: a second deployment with the same schedule would start every session twice.</exception>
    public virtual Task<Deployment> CreateAsync(DeploymentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<DeploymentCreateRequest, Deployment>($"v1/deployments", request, cancellationToken);
    }

    /// <summary>Creates a deployment and avoids a duplicate: if the response is lost, the deployment is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the deployment. If no response is lost, no other request is sent. If the operation is canceled, the
    /// deployment may have been created.
    /// </remarks>
    /// <param name="request">The agent, the environment, the schedule and the other settings of the deployment. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the deployment after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The deployment was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Deployment>> CreateOnceAsync(DeploymentCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request! with { Metadata = metadata }, token),
            (since, token) => ListAsync(new DeploymentListOptions { CreatedAtOrAfter = since, IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets a deployment.</summary>
    /// <param name="deploymentId">The id of the deployment (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The deployment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Deployment> GetAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Deployment>($"v1/deployments/{deploymentId}", cancellationToken);

    /// <summary>Updates a deployment. Existing sessions are not affected.</summary>
    /// <param name="deploymentId">The id of the deployment (<c>depl_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated deployment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Deployment> UpdateAsync(string deploymentId, DeploymentUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<DeploymentUpdateRequest, Deployment>($"v1/deployments/{deploymentId}", request, cancellationToken);
    }

    /// <summary>Lists deployments.</summary>
    /// <param name="options">The list options; <see langword="null"/> lists all deployments that are not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The deployments, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Deployment> ListAsync(DeploymentListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Deployment>($"v1/deployments", (options ?? new DeploymentListOptions()).Query, cancellationToken);

    /// <summary>Permanently archives a deployment. It starts no more sessions. Running sessions continue.</summary>
    /// <param name="deploymentId">The id of the deployment (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived deployment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Deployment> ArchiveAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Deployment>($"v1/deployments/{deploymentId}/archive", cancellationToken);

    /// <summary>Pauses the schedule of a deployment. Running sessions continue, and <see cref="RunAsync"/> still works.</summary>
    /// <param name="deploymentId">The id of the deployment (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The paused deployment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Deployment> PauseAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Deployment>($"v1/deployments/{deploymentId}/pause", cancellationToken);

    /// <summary>Resumes the schedule of a deployment at its next scheduled time. Missed runs are not started later.</summary>
    /// <param name="deploymentId">The id of the deployment (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The active deployment.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Deployment> UnpauseAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Deployment>($"v1/deployments/{deploymentId}/unpause", cancellationToken);

    /// <summary>Starts a session of a deployment immediately, even when the deployment is paused.</summary>
    /// <remarks>If the operation is canceled, the session may have been started anyway.</remarks>
    /// <param name="deploymentId">The id of the deployment (<c>depl_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The run, with the session id. If no session could be started, the run contains the error; no exception is thrown.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether a session may have been started. To find out, list the runs.</exception>
    public virtual Task<DeploymentRun> RunAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<DeploymentRun>($"v1/deployments/{deploymentId}/run", cancellationToken);
}
