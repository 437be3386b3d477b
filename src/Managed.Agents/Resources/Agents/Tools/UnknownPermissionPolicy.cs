using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A permission policy of a kind that this version does not know, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<PermissionPolicy, UnknownPermissionPolicy>))]
public sealed record UnknownPermissionPolicy : PermissionPolicy, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown permission policy from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownPermissionPolicy(JsonElement json) => _raw = new UnknownVariant(json);

    internal UnknownPermissionPolicy(UnknownVariant raw) => _raw = raw;

    /// <summary>The permission policy as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a permission policy of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
