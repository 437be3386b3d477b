namespace Managed.Agents;

/// <summary>A stored agent as a session or thread runs it: a pinned version with the session's overrides.</summary>
public sealed record SessionAgent : ThreadAgent
{
    internal static SessionAgent None { get; } = new() { Id = "" };

    /// <summary>The id of the agent (<c>agent_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The pinned version.</summary>
    public int Version { get; init; }

    /// <summary>The name of the agent.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The model and its settings.</summary>
    public ModelConfig Model { get; init => field = value ?? new ModelConfig(""); } = new("");

    /// <summary>The system prompt; <see langword="null"/> when there is none.</summary>
    public string? System { get; init; }

    /// <summary>The tools, with all defaults resolved.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The MCP servers that the toolsets in <see cref="Tools"/> refer to.</summary>
    public IReadOnlyList<AgentMcpServer> McpServers { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The skills, at their resolved versions.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The identity that the agent uses towards other clouds.</summary>
    public ExecutionIdentity ExecutionIdentity { get; init => field = value ?? ExecutionIdentity.ServiceAccount; } = ExecutionIdentity.ServiceAccount;

    /// <summary>The agents that this agent can delegate to.</summary>
    /// <value><see langword="null"/> when it cannot delegate, and on the agents of threads.</value>
    public SessionMultiagent? Multiagent { get; init; }
}
