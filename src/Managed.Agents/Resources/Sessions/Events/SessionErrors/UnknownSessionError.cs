// Written by GeneratedFileTests. By hand: the noun in the summary, the remarks, and the fields that the constructor reads.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A session error whose type this version does not recognize, kept as received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<SessionError, UnknownSessionError>))]
public sealed record UnknownSessionError : SessionError, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownSessionError"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c> field.</param>
    public UnknownSessionError(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownSessionError(UnknownVariant raw)
    {
        _raw = raw;
        Message = raw.Text("message") ?? "";
        RetryStatus = raw.Part<RetryStatus>("retry_status") ?? RetryStatus.Missing;
    }

    /// <summary>The object as received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an object of a known type could not be read; <see langword="null"/> when the type itself is not recognized.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
