namespace Managed.Agents.UserProfiles;

/// <summary>What you report about an end user. A null property is unknown, or unchanged by an update. A value that is set can be replaced but not cleared.</summary>
public sealed record UserProfileExternalUserDetails : ApiObject
{
    /// <summary>Your id of the end user. 1 to 255 characters. Several profiles may share one.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>The kind of person or organization.</summary>
    public UserProfileEntityType? EntityType { get; init; }

    /// <summary>The country of the end user: two upper-case letters of ISO 3166-1. The service checks only the format.</summary>
    public string? Country { get; init; }

    /// <summary>A hash of the name. 1 to 255 characters. You choose the hash function.</summary>
    public string? NameHash { get; init; }

    /// <summary>A hash of the e-mail address. 1 to 255 characters. You choose the hash function.</summary>
    public string? EmailHash { get; init; }

    /// <summary>The status of the account that the end user has with you.</summary>
    public UserProfileAccountStatus? AccountStatus { get; init; }

    /// <summary>When the end user signed up with you. Must not be more than one minute in the future.</summary>
    public DateTimeOffset? OnboardedAt { get; init; }
}
