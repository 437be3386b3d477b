namespace Managed.Agents;

/// <summary>An inline agent: created by the coordinating agent at run time and not stored.</summary>
public sealed record InlineAgent : ThreadAgent
{
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
}
