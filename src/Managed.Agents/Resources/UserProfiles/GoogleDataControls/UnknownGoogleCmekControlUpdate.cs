using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A change of a kind that this version does not recognize, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<GoogleCmekControlUpdate, UnknownGoogleCmekControlUpdate>))]
public sealed record UnknownGoogleCmekControlUpdate : GoogleCmekControlUpdate, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownGoogleCmekControlUpdate"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownGoogleCmekControlUpdate(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownGoogleCmekControlUpdate(UnknownVariant raw) => _raw = raw;

    /// <summary>The change as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a change of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
