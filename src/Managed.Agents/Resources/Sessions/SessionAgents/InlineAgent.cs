namespace Managed.Agents;

/// <summary>An agent that was made on the spot and is not stored.</summary>
public sealed record InlineAgent : ThreadAgent
{
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
}
