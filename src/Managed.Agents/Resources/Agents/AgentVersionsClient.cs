namespace Managed.Agents;

/// <summary>The versions of an agent: what it was at each change.</summary>
public class AgentVersionsClient
{
    private readonly ResourceApi _api;

    internal AgentVersionsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected AgentVersionsClient() => _api = null!;

    /// <summary>Lists the versions of an agent.</summary>
    /// <param name="agentId">The id (<c>agent_…</c>).</param>
    /// <param name="options">Page size; null for the service's default.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The agent at each of its versions, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Agent> ListAsync(string agentId, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Agent>($"v1/agents/{agentId}/versions", (options ?? new ListOptions()).Query, cancellationToken);
}
