using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>An action of a kind that this version does not recognize, kept as it was received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<UserProfileEnforcementAction, UnknownUserProfileEnforcementAction>))]
public sealed record UnknownUserProfileEnforcementAction : UserProfileEnforcementAction, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownUserProfileEnforcementAction"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
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

    /// <summary>The action as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an action of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;
}
