using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A change of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<CredentialAuthUpdate, UnknownCredentialAuthUpdate>))]
public sealed record UnknownCredentialAuthUpdate : CredentialAuthUpdate, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown change from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownCredentialAuthUpdate(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownCredentialAuthUpdate(UnknownVariant raw) => _raw = raw;

    /// <summary>The change as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a change of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
