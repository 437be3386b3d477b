using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The request to update an agent. It creates a new version when it changes something. Omitted properties are unchanged.</summary>
public sealed record AgentUpdateRequest : ApiObject
{
    /// <summary>The version that the update is based on. The API rejects the update when the agent has a different version.</summary>
    /// <value><see langword="null"/> skips the check: the last write wins.</value>
    public int? Version { get; init; }

    /// <summary>The new name, 1 to 256 characters; <see langword="null"/> leaves it unchanged.</summary>
    public string? Name { get; init; }

    /// <summary>The new model, which replaces the stored one completely; <see langword="null"/> leaves it unchanged.</summary>
    /// <value>
    /// A string is the id of a model. When <see cref="ModelConfig.Effort"/> is omitted, the stored effort is kept if the id is the same.
    /// When <see cref="ModelConfig.InferenceGeo"/> is omitted, it is cleared.
    /// </value>
    [JsonConverter(typeof(ModelConfigShortFormConverter))]
    public ModelConfig? Model { get; init; }

    /// <summary>The new description, at most 2,048 characters; <see langword="null"/> or empty clears it.</summary>
    public Optional<string> Description { get; init; }

    /// <summary>The new system prompt, at most 100,000 characters; <see langword="null"/> or empty clears it.</summary>
    public Optional<string> System { get; init; }

    /// <summary>The new tools, which replace all stored ones; at most 256, counted over all toolsets.</summary>
    public OptionalList<AgentTool> Tools { get; init; }

    /// <summary>The new MCP servers, which replace all stored ones. Each must be used by a toolset of the updated agent.</summary>
    public OptionalList<AgentMcpServer> McpServers { get; init; }

    /// <summary>The new skills, which replace all stored ones.</summary>
    public OptionalList<AgentSkill> Skills { get; init; }

    /// <summary>The agents that this agent can delegate work to; <see langword="null"/> clears the setting.</summary>
    /// <value>Replaces the stored setting, except that a <see cref="MultiagentCapabilities"/> is merged into a stored setting of the same type.</value>
    public Optional<Multiagent> Multiagent { get; init; }

    /// <summary>The identity that the agent uses towards other cloud providers; <see langword="null"/> resets it to the service account.</summary>
    public Optional<ExecutionIdentity> ExecutionIdentity { get; init; }

    /// <summary>The key-value pairs to set. A <see langword="null"/> value deletes its key. Other keys are unchanged.</summary>
    /// <value>The limits (16 pairs, keys of up to 64 and values of up to 512 characters) apply to the merged result.</value>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }

    /// <summary>Creates an update that replaces the whole definition: every field of the definition is sent, and what it does not set is cleared.</summary>
    /// <remarks>
    /// Intended for definitions that are kept in code. The API merges some values and therefore keeps the stored ones: metadata keys that
    /// the definition does not have (set a key to <see langword="null"/> to remove it), the effort when the model stays the same and the
    /// definition sets none, and the fields of
    /// <see cref="MultiagentCapabilities"/> that the definition does not set.
    /// </remarks>
    /// <param name="definition">The definition, as for a new agent.</param>
    /// <param name="version">The version that the update is based on; <see langword="null"/> skips the check.</param>
    /// <returns>The update.</returns>
    public static AgentUpdateRequest From(AgentCreateRequest definition, int? version = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new AgentUpdateRequest
        {
            Version = version,
            Name = definition.Name,
            Model = definition.Model,
            Description = definition.Description,
            System = definition.System,
            Tools = [.. definition.Tools],
            McpServers = [.. definition.McpServers],
            Skills = [.. definition.Skills],
            Multiagent = definition.Multiagent,
            ExecutionIdentity = definition.ExecutionIdentity,
            Metadata = definition.Metadata.Count == 0 ? null : new MetadataUpdate(definition.Metadata.Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))),
            AdditionalFields = definition.AdditionalFields,
        };
    }
}
