using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A preview of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<EventPreview, UnknownEventPreview>))]
public sealed record UnknownEventPreview : EventPreview, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown preview from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownEventPreview(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownEventPreview(UnknownVariant raw)
    {
        _raw = raw;
        Id = raw.Text("id") ?? "";
    }

    /// <summary>The preview as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a preview of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
