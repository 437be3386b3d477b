using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A new agent.</summary>
public sealed record AgentCreateRequest : ApiObject
{
    /// <summary>The name, 1 to 256 characters; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>The model; a string is its id, for example <c>claude-sonnet-5-5</c>.</summary>
    [JsonConverter(typeof(ModelConfigShortFormConverter))]
    public required ModelConfig Model { get; init; }

    /// <summary>What the agent is for, in words for people; at most 2,048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The system prompt; at most 100,000 characters.</summary>
    public string? System { get; init; }

    /// <summary>The tools; at most 256, counted over all toolsets.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The MCP servers, at most 20, with unique names; an <see cref="McpToolset"/> in <see cref="Tools"/> must name each.</summary>
    public IReadOnlyList<AgentMcpServer> McpServers { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The skills. The agent needs the <c>read</c> tool to use them.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The agents that this one can put to work; null for an agent that works alone.</summary>
    public Multiagent? Multiagent { get; init; }

    /// <summary>As whom the agent acts towards other clouds; null means the same as the service account.</summary>
    public ExecutionIdentity? ExecutionIdentity { get; init; }

    /// <summary>Key-value pairs of your own: at most 16, keys of at most 64 and values of at most 512 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
