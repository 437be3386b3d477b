namespace Managed.Agents;

/// <summary>An agent: a versioned definition of the model, instructions, tools, MCP servers, skills and subagents of a session.</summary>
/// <remarks>A session uses the version it was created with; later versions do not affect it. An agent can be archived but not deleted.</remarks>
public sealed record Agent : ApiObject, ICreatedObject
{
    internal override string? WireType => "agent";

    /// <summary>The id, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version. Starts at 1 and increases by 1 with every update that changes something.</summary>
    public int Version { get; init; }

    /// <summary>The name. Not necessarily unique.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>A description of the agent for people; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The model. The API fills in the effort and speed that the request omitted.</summary>
    public ModelConfig Model { get; init => field = value ?? new ModelConfig(""); } = new("");

    /// <summary>The system prompt; <see langword="null"/> when there is none.</summary>
    public string? System { get; init; }

    /// <summary>The tools, with all defaults filled in.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The MCP servers that the toolsets in <see cref="Tools"/> refer to.</summary>
    public IReadOnlyList<AgentMcpServer> McpServers { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The skills, each with the version it was resolved to.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The agents that this agent can delegate work to; <see langword="null"/> when there are none.</summary>
    public Multiagent? Multiagent { get; init; }

    /// <summary>The identity that the agent uses towards other cloud providers.</summary>
    /// <value>Default: the service account.</value>
    public ExecutionIdentity ExecutionIdentity { get; init => field = value ?? ExecutionIdentity.ServiceAccount; } = ExecutionIdentity.ServiceAccount;

    /// <summary>Custom key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the agent was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When this version was created.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the agent was archived; <see langword="null"/> when it is not archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
