// Written by GeneratedFileTests. By hand: the noun in the summary, the remarks, and the fields that the constructor reads.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A user profile enforcement action whose type this version does not recognize, kept as received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<UserProfileEnforcementAction, UnknownUserProfileEnforcementAction>))]
public sealed record UnknownUserProfileEnforcementAction : UserProfileEnforcementAction, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownUserProfileEnforcementAction"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c> field.</param>
    public UnknownUserProfileEnforcementAction(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownUserProfileEnforcementAction(UnknownVariant raw)
    {
        _raw = raw;
        Id = raw.Text("id") ?? "";
        Reason = new UserProfileEnforcementReason(raw.Text("reason") ?? "");
        OpenedAt = raw.Time("opened_at") ?? default;
        ExpiresAt = raw.Time("expires_at");
        Action = raw.Text("action") is { } action ? new UserProfileNextStep(action) : null;
    }

    /// <summary>The object as received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an object of a known type could not be read; <see langword="null"/> when the type itself is not recognized.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
