namespace Managed.Agents;

/// <summary>The runs of deployments: each start, by schedule or by hand, with the session it made or the error it ended in.</summary>
public class DeploymentRunsClient
{
    private readonly ResourceApi _api;

    internal DeploymentRunsClient(ApiConnection connection, CallOptions options) =>
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);

    /// <summary>For mocking.</summary>
    protected DeploymentRunsClient() => _api = null!;

    /// <summary>Gets a run.</summary>
    /// <param name="deploymentRunId">The id (<c>drun_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeploymentRun> GetAsync(string deploymentRunId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<DeploymentRun>($"v1/deployment_runs/{deploymentRunId}", cancellationToken);

    /// <summary>Lists runs, of one deployment or of all.</summary>
    /// <param name="options">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The runs, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<DeploymentRun> ListAsync(DeploymentRunListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<DeploymentRun>($"v1/deployment_runs", (options ?? new DeploymentRunListOptions()).Query, cancellationToken);
}
