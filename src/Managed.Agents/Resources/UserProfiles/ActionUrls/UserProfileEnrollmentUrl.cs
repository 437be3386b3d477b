using System.Globalization;

namespace Managed.Agents.UserProfiles;

/// <summary>A link on which an end user enrolls, in the older form. Whoever has it can use it, so the record does not print it.</summary>
public sealed record UserProfileEnrollmentUrl : ApiObject
{
    internal override string? WireType => "enrollment_url";

    /// <summary>The link.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Until when the link can be used.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"{nameof(UserProfileEnrollmentUrl)} until {ExpiresAt:u}");
}
