namespace Managed.Agents;

/// <summary>Creates and manages agents: versioned definitions of a model, system prompt, tools, MCP servers and skills that sessions run.</summary>
public class AgentsClient
{
    private readonly ResourceApi _api;

    internal AgentsClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options, BetaValues.ManagedAgents);
        Versions = new AgentVersionsClient(_api);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected AgentsClient()
    {
        _api = null!;
        Versions = null!;
    }

    /// <summary>The versions of an agent.</summary>
    public virtual AgentVersionsClient Versions { get; }

    /// <summary>Creates an agent. Every call creates a new agent; use <see cref="UpdateAsync"/> to create a new version.</summary>
    /// <remarks>If the operation is canceled, the agent may have been created.</remarks>
    /// <param name="request">The definition of the agent.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The agent at version 1, with the fields that the service filled in.</returns>
    /// <exception cref="ManagedAgentsException">The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the agent may exist.</exception>
    public virtual Task<Agent> CreateAsync(AgentCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<AgentCreateRequest, Agent>($"v1/agents", request, cancellationToken);
    }

    /// <summary>Creates an agent and avoids duplicates: it stores a marker in the metadata and looks for it before it creates the agent again.</summary>
    /// <remarks>If the operation is canceled, the agent may have been created.</remarks>
    /// <param name="request">The definition of the agent. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker, up to 512 characters, unique to this create; <see langword="null"/> generates one. Store your own marker to look the agent up after a crash.</param>
    /// <param name="options">How long to wait before looking and how many times to create; <see langword="null"/> uses the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The outcome (created, found or unknown) and the agent.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker.</exception>
    /// <exception cref="ManagedAgentsException">The agent was not created: the service rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Agent>> CreateOnceAsync(AgentCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mark = marker ?? Guid.NewGuid().ToString("N");
        var marked = request with { Metadata = CreateMarker.AddTo(request.Metadata, mark) };
        return new OnceCreator<Agent>(token => CreateAsync(marked, token), () => ListAsync(new AgentListOptions { IncludeArchived = true, PageSize = 100 }, cancellationToken), static made => made.Metadata, _api?.Time ?? TimeProvider.System)
            .RunAsync(mark, options ?? new OnceOptions(), cancellationToken);
    }

    /// <summary>Gets an agent at its newest version.</summary>
    /// <param name="agentId">The id (<c>agent_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The agent.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Agent> GetAsync(string agentId, CancellationToken cancellationToken = default) =>
        GetAsync(agentId, version: null, cancellationToken);

    /// <summary>Gets an agent at a specific version.</summary>
    /// <param name="agentId">The id (<c>agent_…</c>).</param>
    /// <param name="version">The version, from 1; <see langword="null"/> for the newest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The agent at that version.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Agent> GetAsync(string agentId, int? version, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Agent>($"v1/agents/{agentId}", new QueryString().Add("version", version), cancellationToken);

    /// <summary>Updates an agent. Creates a new version when something changes.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    /// <param name="request">The changes. If <see cref="AgentUpdateRequest.Version"/> is set, they apply only to that version.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The agent at its newest version.</returns>
    /// <exception cref="ManagedAgentsApiException">The status is 409: the agent was changed since that version. Get the agent and repeat the update.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Agent> UpdateAsync(string agentId, AgentUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<AgentUpdateRequest, Agent>($"v1/agents/{agentId}", request, cancellationToken);
    }

    /// <summary>Lists agents.</summary>
    /// <param name="options">The filters and the page size; <see langword="null"/> lists everything that is not archived.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The agents, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<Agent> ListAsync(AgentListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<Agent>($"v1/agents", (options ?? new AgentListOptions()).Query, cancellationToken);

    /// <summary>Archives an agent permanently. It becomes read-only and accepts no new sessions; running sessions continue.</summary>
    /// <param name="agentId">The id of the agent (<c>agent_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The archived agent.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<Agent> ArchiveAsync(string agentId, CancellationToken cancellationToken = default) =>
        _api.PostAsync<Agent>($"v1/agents/{agentId}/archive", cancellationToken);
}
