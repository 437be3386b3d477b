using System.Globalization;

namespace Managed.Agents.UserProfiles;

/// <summary>A link for an end user. Anyone who has the link can use it, so the record does not print it.</summary>
public sealed record UserProfileActionUrl : ApiObject
{
    internal override string? WireType => "user_profile_action_url";

    /// <summary>The link. Anyone who has it can use it until <see cref="ExpiresAt"/>.</summary>
    public Uri Url { get; init => field = value ?? ApiUri.Empty; } = ApiUri.Empty;

    /// <summary>When the link expires.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"{nameof(UserProfileActionUrl)} until {ExpiresAt:u}");
}
