using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A status of a kind that this version does not recognize, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<GoogleCmekRegionStatus, UnknownGoogleCmekRegionStatus>))]
public sealed record UnknownGoogleCmekRegionStatus : GoogleCmekRegionStatus, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownGoogleCmekRegionStatus"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownGoogleCmekRegionStatus(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownGoogleCmekRegionStatus(UnknownVariant raw)
    {
        _raw = raw;
        EffectiveExternalKeyId = raw.Text("effective_external_key_id");
    }

    /// <summary>The status as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a status of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
