namespace Managed.Agents;

/// <summary>Gets the runs of deployments. Each run has the session that it started or the error that prevented it.</summary>
public class DeploymentRunsClient
{
    private readonly ResourceApi _api;

    internal DeploymentRunsClient(ApiConnection connection, CallOptions options) =>
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);

    /// <summary>Initializes a new instance for mocking.</summary>
    protected DeploymentRunsClient() => _api = null!;

    /// <summary>Gets a run.</summary>
    /// <param name="deploymentRunId">The id of the run (<c>drun_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeploymentRun> GetAsync(string deploymentRunId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<DeploymentRun>($"v1/deployment_runs/{deploymentRunId}", cancellationToken);

    /// <summary>Lists the runs of one deployment or of all deployments.</summary>
    /// <param name="options">The list options; <see langword="null"/> lists all runs.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The runs, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<DeploymentRun> ListAsync(DeploymentRunListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<DeploymentRun>($"v1/deployment_runs", (options ?? new DeploymentRunListOptions()).Query, cancellationToken);
}
