using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A status of a kind that this version does not recognize, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<GoogleStorageRegionStatus, UnknownGoogleStorageRegionStatus>))]
public sealed record UnknownGoogleStorageRegionStatus : GoogleStorageRegionStatus, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownGoogleStorageRegionStatus"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownGoogleStorageRegionStatus(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownGoogleStorageRegionStatus(UnknownVariant raw)
    {
        _raw = raw;
        EffectiveBucket = raw.Part<GoogleBucketReference>("effective_bucket");
    }

    /// <summary>The status as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a status of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
