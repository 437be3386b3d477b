using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A content block of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<SessionContentBlock, UnknownSessionContentBlock>))]
public sealed record UnknownSessionContentBlock : SessionContentBlock, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown content block from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownSessionContentBlock(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownSessionContentBlock(UnknownVariant raw) => _raw = raw;

    /// <summary>The content block as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a content block of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
