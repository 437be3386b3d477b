using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An agent of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<ThreadAgent, UnknownThreadAgent>))]
public sealed record UnknownThreadAgent : ThreadAgent, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown agent from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownThreadAgent(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownThreadAgent(UnknownVariant raw) => _raw = raw;

    /// <summary>The agent as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an agent of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
