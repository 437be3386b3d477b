namespace Managed.Agents.UserProfiles;

/// <summary>The response to the deletion of a user profile.</summary>
public sealed record DeletedUserProfile : ApiObject
{
    internal override string? WireType => "user_profile_deleted";

    /// <summary>The id of the deleted profile.</summary>
    public required string Id { get; init; }
}
