using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>A behavior of a kind that this version does not know, kept as it was received.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(UnknownVariantConverter<DreamOutputBehavior, UnknownDreamOutputBehavior>))]
public sealed record UnknownDreamOutputBehavior : DreamOutputBehavior, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown behavior from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownDreamOutputBehavior(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownDreamOutputBehavior(UnknownVariant raw) => _raw = raw;

    /// <summary>The behavior as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a behavior of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
