namespace Managed.Agents.UserProfiles;

/// <summary>What you tell the service about an end user. What is null is not known, or in an update stays as it is; it cannot be taken back.</summary>
public sealed record UserProfileExternalUserDetails : ApiObject
{
    /// <summary>Your id of them: 1 to 255 characters; several profiles may share one.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>What they are.</summary>
    public UserProfileEntityType? EntityType { get; init; }

    /// <summary>The country they are in: two upper-case letters of ISO 3166-1, of which only the form is checked.</summary>
    public string? Country { get; init; }

    /// <summary>A hash of their name, of a kind you choose: 1 to 255 characters.</summary>
    public string? NameHash { get; init; }

    /// <summary>A hash of their e-mail address, of a kind you choose: 1 to 255 characters.</summary>
    public string? EmailHash { get; init; }

    /// <summary>The state of their account at your side.</summary>
    public UserProfileAccountStatus? AccountStatus { get; init; }

    /// <summary>Since when they are your user; at most a minute ahead of now.</summary>
    public DateTimeOffset? OnboardedAt { get; init; }
}
