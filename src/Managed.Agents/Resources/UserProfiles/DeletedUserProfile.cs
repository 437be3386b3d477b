namespace Managed.Agents.UserProfiles;

/// <summary>The answer to deleting a user profile.</summary>
public sealed record DeletedUserProfile : ApiObject
{
    internal override string? WireType => "user_profile_deleted";

    /// <summary>The id of the profile that is gone.</summary>
    public required string Id { get; init; }
}
