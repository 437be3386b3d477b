using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An input of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<SessionInput, UnknownSessionInput>))]
public sealed record UnknownSessionInput : SessionInput, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown input from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownSessionInput(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownSessionInput(UnknownVariant raw) => _raw = raw;

    /// <summary>The input as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an input of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
