using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>What a session runs: a model with its instructions, tools, MCP servers, skills and helpers, stored in versions.</summary>
/// <remarks>A session pins the version it was created with; later versions do not reach it. An agent is archived, never deleted.</remarks>
public sealed record Agent : ApiObject
{
    internal override string? WireType => "agent";

    /// <summary>The id, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version these fields are of: 1 when created, one more with every update that changes something.</summary>
    public int Version { get; init; }

    /// <summary>The name; several agents may share one.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the agent is for, in words for people; null when none was given.</summary>
    public string? Description { get; init; }

    /// <summary>The model; the API fills in the effort and speed that a request left out.</summary>
    public ModelConfig Model { get; init => field = value ?? new ModelConfig(""); } = new("");

    /// <summary>The system prompt; null when there is none.</summary>
    public string? System { get; init; }

    /// <summary>The tools, with every default filled in.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The MCP servers that the toolsets of <see cref="Tools"/> name.</summary>
    public IReadOnlyList<AgentMcpServer> McpServers { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The skills, each at the version it was resolved to.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The agents that this one can put to work; null when it works alone.</summary>
    public Multiagent? Multiagent { get; init; }

    /// <summary>As whom the agent acts towards other clouds.</summary>
    /// <value>The service account unless something else was set.</value>
    public ExecutionIdentity ExecutionIdentity { get; init => field = value ?? ExecutionIdentity.ServiceAccount; } = ExecutionIdentity.ServiceAccount;

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the agent was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When this version came to be.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the agent was archived; null while it can be used.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }
}
