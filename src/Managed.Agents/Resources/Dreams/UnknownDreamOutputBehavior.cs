// Written by GeneratedFileTests. By hand: the noun in the summary, the remarks, and the fields that the constructor reads.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>An output behavior whose type this version does not recognize, kept as received.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(UnknownVariantConverter<DreamOutputBehavior, UnknownDreamOutputBehavior>))]
public sealed record UnknownDreamOutputBehavior : DreamOutputBehavior, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownDreamOutputBehavior"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c> field.</param>
    public UnknownDreamOutputBehavior(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownDreamOutputBehavior(UnknownVariant raw) => _raw = raw;

    /// <summary>The object as received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an object of a known type could not be read; <see langword="null"/> when the type itself is not recognized.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
