namespace Managed.Agents;

/// <summary>Agents: versioned definitions of model, system prompt, tools, MCP servers and skills, from which sessions are made.</summary>
public class AgentsClient
{
    private readonly ResourceApi _api;

    internal AgentsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        Versions = new AgentVersionsClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected AgentsClient()
    {
        _api = null!;
        Versions = null!;
    }

    /// <summary>The versions of an agent.</summary>
    public virtual AgentVersionsClient Versions { get; }

    /// <summary>Makes an agent. Calling it again makes another one; a new version comes from <see cref="UpdateAsync"/>.</summary>
    /// <param name="request">The definition.</param>
    /// <param name="cancellationToken">Ends the call. The agent may have been made all the same.</param>
    /// <returns>The agent, at version 1, with what the service filled in.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the agent may exist.</exception>
    public virtual Task<Agent> CreateAsync(AgentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<AgentCreateRequest, Agent>($"v1/agents", request, cancellationToken);
    }

    /// <summary>Creates an agent so that it does not come twice: it is marked in its metadata, and looked for before it is created again.</summary>
    /// <param name="request">What the agent is. The metadata must have room for one more pair.</param>
    /// <param name="marker">What marks it: a value of your own that no other create uses, up to 512 characters, or null for a random one. With one that you keep, a create can be looked up after a crash.</param>
    /// <param name="options">How long to wait before looking, and how often to create; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. It may have been made all the same.</param>
    /// <returns>Sent, found, or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata has a marker already.</exception>
    /// <exception cref="ManagedAgentsException">Nothing was created, for certain: the service refused it, or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Agent>> CreateOnceAsync(AgentCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mark = marker ?? Guid.NewGuid().ToString("N");
        var marked = request with { Metadata = CreateMarker.AddTo(request.Metadata, mark) };
        return new OnceCreator<Agent>(token => CreateAsync(marked, token), () => ListAsync(new AgentListOptions { IncludeArchived = true, PageSize = 100 }, cancellationToken), static made => made.Metadata, _api?.Time ?? TimeProvider.System)
            .RunAsync(mark, options ?? new OnceOptions(), cancellationToken);
    }

    /// <summary>Gets an agent.</summary>
    /// <param name="agentId">The id (<c>agent_…</c>).</param>
    /// <param name="version">Which version; null for the newest.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The agent as that version defines it.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Agent> GetAsync(string agentId, int? version = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Agent>($"v1/agents/{agentId}", new QueryString().Add("version", version), cancellationToken);

    /// <summary>Changes an agent. A new version results when something is different from before.</summary>
    /// <param name="agentId">The id (<c>agent_…</c>).</param>
    /// <param name="request">What to change. With <see cref="AgentUpdateRequest.Version"/>, only if that is still the newest.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The agent at its newest version.</returns>
    /// <exception cref="ManagedAgentsApiException">With status 409: somebody else changed the agent; get it and decide anew.</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Agent> UpdateAsync(string agentId, AgentUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<AgentUpdateRequest, Agent>($"v1/agents/{agentId}", request, cancellationToken);
    }

    /// <summary>Lists agents.</summary>
    /// <param name="options">Which ones; null for all that are not archived.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The agents, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Agent> ListAsync(AgentListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Agent>($"v1/agents", (options ?? new AgentListOptions()).Query, cancellationToken);

    /// <summary>Archives an agent, for good: it becomes read-only and takes no new sessions; running ones go on.</summary>
    /// <param name="agentId">The id (<c>agent_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The archived agent.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<Agent> ArchiveAsync(string agentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Agent>($"v1/agents/{agentId}/archive", cancellationToken);
}
