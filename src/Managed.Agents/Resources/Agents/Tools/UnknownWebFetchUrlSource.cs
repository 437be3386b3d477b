using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A rule for sources of URLs of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<WebFetchUrlSource, UnknownWebFetchUrlSource>))]
public sealed record UnknownWebFetchUrlSource : WebFetchUrlSource, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown rule for sources of URLs from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownWebFetchUrlSource(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownWebFetchUrlSource(UnknownVariant raw) => _raw = raw;

    /// <summary>The rule for sources of URLs as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a rule for sources of URLs of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
