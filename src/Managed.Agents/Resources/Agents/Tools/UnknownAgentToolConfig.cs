using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A tool setting of a kind that this version does not know, kept as it was received.</summary>
/// <remarks>Its settings are in <see cref="Json"/> only; those of the base are null.</remarks>
[JsonConverter(typeof(UnknownVariantConverter<AgentToolConfig, UnknownAgentToolConfig>))]
public sealed record UnknownAgentToolConfig : AgentToolConfig, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown tool setting from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>name</c>.</param>
    public UnknownAgentToolConfig(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownAgentToolConfig(UnknownVariant raw) => _raw = raw;

    /// <summary>The tool setting as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a tool setting of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
