using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An item of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<MemoryListItem, UnknownMemoryListItem>))]
public sealed record UnknownMemoryListItem : MemoryListItem, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown item from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownMemoryListItem(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownMemoryListItem(UnknownVariant raw)
    {
        _raw = raw;
        Path = raw.Text("path") ?? "";
    }

    /// <summary>The item as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an item of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
