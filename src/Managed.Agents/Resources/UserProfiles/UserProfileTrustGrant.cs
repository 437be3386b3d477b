namespace Managed.Agents.UserProfiles;

/// <summary>Something granted to an end user, in the older form.</summary>
public sealed record UserProfileTrustGrant : ApiObject
{
    /// <summary>Whether it is granted.</summary>
    public UserProfileProgramStatus Status { get; init; }
}
