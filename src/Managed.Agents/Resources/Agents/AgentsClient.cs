using Microsoft.Extensions.Logging.Abstractions;

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

    /// <summary>Creates an agent and avoids a duplicate: if the response is lost, the agent is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the agent. If no response is lost, no other request is sent. If the operation is canceled, the
    /// agent may have been created.
    /// </remarks>
    /// <param name="request">The definition of the agent. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the agent after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The agent was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<Agent>> CreateOnceAsync(AgentCreateRequest request, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request,
            request?.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request! with { Metadata = metadata }, token),
            (since, token) => ListAsync(new AgentListOptions { CreatedAtOrAfter = since, IncludeArchived = true, PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets the agent that has a key, or creates it when there is none. A program can call it on every start.</summary>
    /// <remarks>
    /// <para>
    /// The key is stored in the metadata of the agent, as <see cref="AgentKey.MetadataKey"/>. An existing agent is returned unchanged, even if
    /// it differs from the request: compare it, and call <see cref="UpdateAsync"/> to change it. Archived agents are ignored. If several agents
    /// have the key, the oldest is returned and the others are <see cref="GetOrCreateResult{T}.Duplicates"/>.
    /// </para>
    /// <para>
    /// The agents are listed (one request for every 100 agents that are not archived). After a create they are listed again: if another caller
    /// has created an agent with the same key at the same time, the oldest agent is returned to both callers, and the younger one is archived
    /// by the caller that created it.
    /// </para>
    /// <para>If the operation is canceled or fails after the create, the next call finds the agent.</para>
    /// </remarks>
    /// <param name="key">The key: at most 512 characters, case-sensitive, for example the name of your service.</param>
    /// <param name="request">The definition to use when the agent is created. The metadata must have room for two more pairs.</param>
    /// <param name="options">How long to wait and how many times to retry if the response to the create is lost; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The agent, and whether it was created.</returns>
    /// <exception cref="ArgumentException">The key is empty or too long, or the metadata already contains a key or a create marker.</exception>
    /// <exception cref="ManagedAgentsException">A request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether an agent may have been created.</exception>
    public virtual Task<GetOrCreateResult<Agent>> GetOrCreateAsync(string key, AgentCreateRequest request, OnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(request);
        var keyed = request with { Metadata = AgentKey.AddTo(request.Metadata, key) };
        return new KeyedAgents(this, key, _api?.Logger ?? NullLogger.Instance).GetOrCreateAsync(keyed, options, cancellationToken);
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
