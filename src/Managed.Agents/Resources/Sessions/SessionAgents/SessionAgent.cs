namespace Managed.Agents;

/// <summary>A stored agent as a session or a thread runs it: a version, with what the session overrides.</summary>
public sealed record SessionAgent : ThreadAgent
{
    internal static SessionAgent None { get; } = new() { Id = "" };

    /// <summary>The agent's id, <c>agent_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version that was pinned.</summary>
    public int Version { get; init; }

    /// <summary>The name of the agent.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the agent is for, in words for people.</summary>
    public string? Description { get; init; }

    /// <summary>The model and how it runs.</summary>
    public ModelConfig Model { get; init => field = value ?? new ModelConfig(""); } = new("");

    /// <summary>The system prompt; null when there is none.</summary>
    public string? System { get; init; }

    /// <summary>The tools, with every default filled in.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The MCP servers that the toolsets of <see cref="Tools"/> name.</summary>
    public IReadOnlyList<AgentMcpServer> McpServers { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The skills, each at the version it was resolved to.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>As whom the agent acts towards other clouds.</summary>
    public ExecutionIdentity ExecutionIdentity { get; init => field = value ?? ExecutionIdentity.ServiceAccount; } = ExecutionIdentity.ServiceAccount;

    /// <summary>The agents that this one can put to work.</summary>
    /// <value>Null when it works alone, and on the agents of threads.</value>
    public SessionMultiagent? Multiagent { get; init; }
}
