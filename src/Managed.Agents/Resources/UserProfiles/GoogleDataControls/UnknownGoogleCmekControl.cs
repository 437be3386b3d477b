// Written by GeneratedFileTests. By hand: the noun in the summary, the remarks, and the fields that the constructor reads.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A Google CMEK control whose type this version does not recognize, kept as received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<GoogleCmekControl, UnknownGoogleCmekControl>))]
public sealed record UnknownGoogleCmekControl : GoogleCmekControl, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownGoogleCmekControl"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c> field.</param>
    public UnknownGoogleCmekControl(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownGoogleCmekControl(UnknownVariant raw)
    {
        _raw = raw;
        RetiredKeys = raw.Parts<GoogleRetiredKey>("retired_keys");
    }

    /// <summary>The object as received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an object of a known type could not be read; <see langword="null"/> when the type itself is not recognized.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
