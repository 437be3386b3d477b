using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A change of an agent, which makes a new version when it changes something. What is left out stays as it is.</summary>
public sealed record AgentUpdateRequest : ApiObject
{
    /// <summary>The version the change is based on: the API refuses the update when the agent has another one by now.</summary>
    /// <value>Null skips the check, so the last writer wins.</value>
    public int? Version { get; init; }

    /// <summary>The new name, 1 to 256 characters; null keeps it.</summary>
    public string? Name { get; init; }

    /// <summary>The new model, which replaces the stored one whole; null keeps it.</summary>
    /// <value>
    /// A string is its id. Effort left out keeps the stored one while the id stays the same; <see cref="ModelConfig.InferenceGeo"/> left
    /// out is cleared.
    /// </value>
    [JsonConverter(typeof(ModelConfigShortFormConverter))]
    public ModelConfig? Model { get; init; }

    /// <summary>The new description, at most 2,048 characters; null or empty clears it.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>The new system prompt, at most 100,000 characters; null or empty clears it.</summary>
    public Optional<string> System { get; init; }

    /// <summary>The new tools in place of all; at most 256, counted over all toolsets.</summary>
    public OptionalList<AgentTool> Tools { get; init; }

    /// <summary>The new MCP servers in place of all; the resulting tools must name each.</summary>
    public OptionalList<AgentMcpServer> McpServers { get; init; }

    /// <summary>The new skills in place of all.</summary>
    public OptionalList<AgentSkill> Skills { get; init; }

    /// <summary>The agents that this one can put to work; null clears.</summary>
    /// <value>Replaces the stored setting, but a <see cref="MultiagentCapabilities"/> is merged into a stored one of that kind.</value>
    public Optional<Multiagent> Multiagent { get; init; }

    /// <summary>As whom the agent acts towards other clouds; null goes back to the service account.</summary>
    public Optional<ExecutionIdentity> ExecutionIdentity { get; init; }

    /// <summary>Pairs to set; a null value deletes its key, keys not mentioned stay.</summary>
    /// <value>The limits (16 pairs, keys of 64 and values of 512 characters) hold for the result.</value>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
