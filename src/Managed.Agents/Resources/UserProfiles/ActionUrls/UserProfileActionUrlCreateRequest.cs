namespace Managed.Agents.UserProfiles;

/// <summary>A request to create a link for an end user.</summary>
public sealed record UserProfileActionUrlCreateRequest : ApiObject
{
    /// <summary>What the end user does with the link. The only action so far is to enroll.</summary>
    public EnrollEndUserAction Action { get; init => field = value ?? new EnrollEndUserAction(); } = new();
}

/// <summary>The end user enrolls.</summary>
public sealed record EnrollEndUserAction : ApiObject
{
    internal override string? WireType => "enroll_end_user";
}
