using System.Globalization;

namespace Managed.Agents.UserProfiles;

/// <summary>A link for an end user. Whoever has it can use it, so the record does not print it.</summary>
public sealed record UserProfileActionUrl : ApiObject
{
    internal override string? WireType => "user_profile_action_url";

    /// <summary>The link. Anybody can use it until <see cref="ExpiresAt"/>.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Until when the link can be used.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"{nameof(UserProfileActionUrl)} until {ExpiresAt:u}");
}
