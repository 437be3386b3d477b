using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Work;

/// <summary>An object of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<WorkData, UnknownWorkData>))]
public sealed record UnknownWorkData : WorkData, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown object from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownWorkData(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownWorkData(UnknownVariant raw)
    {
        _raw = raw;
        Id = raw.Text("id") ?? "";
    }

    /// <summary>The object as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an object of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
