using System.Globalization;

namespace Managed.Agents.UserProfiles;

/// <summary>A link that an end user opens to enroll, in the older form of the API. Anyone who has the link can use it, so the record does not print it.</summary>
public sealed record UserProfileEnrollmentUrl : ApiObject
{
    internal override string? WireType => "enrollment_url";

    /// <summary>The link.</summary>
    public Uri Url { get; init => field = value ?? ApiUri.Empty; } = ApiUri.Empty;

    /// <summary>When the link expires.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"{nameof(UserProfileEnrollmentUrl)} until {ExpiresAt:u}");
}
