using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An authentication of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<CredentialAuth, UnknownCredentialAuth>))]
public sealed record UnknownCredentialAuth : CredentialAuth, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown authentication from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownCredentialAuth(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownCredentialAuth(UnknownVariant raw) => _raw = raw;

    /// <summary>The authentication as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an authentication of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
