using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A change of a kind that this version does not recognize, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<GoogleStorageControlUpdate, UnknownGoogleStorageControlUpdate>))]
public sealed record UnknownGoogleStorageControlUpdate : GoogleStorageControlUpdate, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownGoogleStorageControlUpdate"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownGoogleStorageControlUpdate(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownGoogleStorageControlUpdate(UnknownVariant raw) => _raw = raw;

    /// <summary>The change as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a change of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
