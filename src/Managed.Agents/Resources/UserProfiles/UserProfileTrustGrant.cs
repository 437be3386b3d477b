namespace Managed.Agents.UserProfiles;

/// <summary>A grant to an end user, in the older form of the API.</summary>
public sealed record UserProfileTrustGrant : ApiObject
{
    /// <summary>The status of the grant.</summary>
    public UserProfileProgramStatus Status { get; init; }
}
