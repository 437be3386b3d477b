using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A network access of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<NetworkAccess, UnknownNetworkAccess>))]
public sealed record UnknownNetworkAccess : NetworkAccess, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown network access from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownNetworkAccess(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownNetworkAccess(UnknownVariant raw) => _raw = raw;

    /// <summary>The network access as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a network access of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
