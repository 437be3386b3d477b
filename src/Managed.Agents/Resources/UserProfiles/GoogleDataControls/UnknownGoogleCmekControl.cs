using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A control of a kind that this version does not recognize, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<GoogleCmekControl, UnknownGoogleCmekControl>))]
public sealed record UnknownGoogleCmekControl : GoogleCmekControl, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownGoogleCmekControl"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownGoogleCmekControl(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownGoogleCmekControl(UnknownVariant raw)
    {
        _raw = raw;
        RetiredKeys = raw.Parts<GoogleRetiredKey>("retired_keys");
    }

    /// <summary>The control as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a control of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
