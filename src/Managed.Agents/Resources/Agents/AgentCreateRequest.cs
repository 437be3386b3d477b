using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The request to create an agent.</summary>
public sealed record AgentCreateRequest : ApiObject
{
    /// <summary>The name, 1 to 256 characters. Need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>The model. A string is the id of a model, for example <c>claude-sonnet-5-5</c>.</summary>
    [JsonConverter(typeof(ModelConfigShortFormConverter))]
    public required ModelConfig Model { get; init; }

    /// <summary>A description of the agent for people, at most 2,048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The system prompt, at most 100,000 characters.</summary>
    public string? System { get; init; }

    /// <summary>The tools, at most 256, counted over all toolsets.</summary>
    public IReadOnlyList<AgentTool> Tools { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The MCP servers, at most 20, with unique names. Each must be used by an <see cref="McpToolset"/> in <see cref="Tools"/>.</summary>
    public IReadOnlyList<AgentMcpServer> McpServers { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The skills. They require the <c>read</c> tool.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The agents that this agent can delegate work to; <see langword="null"/> for none.</summary>
    public Multiagent? Multiagent { get; init; }

    /// <summary>The identity that the agent uses towards other cloud providers; <see langword="null"/> uses the service account.</summary>
    public ExecutionIdentity? ExecutionIdentity { get; init; }

    /// <summary>Custom key-value pairs: at most 16, with keys of up to 64 and values of up to 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;
}
