namespace Managed.Agents;

/// <summary>Provides access to the versions of an agent.</summary>
public class AgentVersionsClient
{
    private readonly ResourceApi _api;

    internal AgentVersionsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected AgentVersionsClient() => _api = null!;

    /// <summary>Lists the versions of an agent.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    /// <param name="options">The page size; <see langword="null"/> uses the default of the service.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The versions of the agent, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Agent> ListAsync(string agentId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Agent>($"v1/agents/{agentId}/versions", (options ?? new ListOptions()).Query, cancellationToken);
}
