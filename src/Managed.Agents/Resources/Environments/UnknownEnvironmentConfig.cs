using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A configuration of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<EnvironmentConfig, UnknownEnvironmentConfig>))]
public sealed record UnknownEnvironmentConfig : EnvironmentConfig, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown configuration from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownEnvironmentConfig(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownEnvironmentConfig(UnknownVariant raw) => _raw = raw;

    /// <summary>The configuration as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a configuration of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
