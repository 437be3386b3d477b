namespace Managed.Agents.UserProfiles;

/// <summary>A new link for an end user.</summary>
public sealed record UserProfileActionUrlCreateRequest : ApiObject
{
    /// <summary>What the end user does on the link. So far there is one thing: to enroll.</summary>
    public EnrollEndUserAction Action { get; init => field = value ?? new EnrollEndUserAction(); } = new();
}

/// <summary>The end user enrolls.</summary>
public sealed record EnrollEndUserAction : ApiObject
{
    internal override string? WireType => "enroll_end_user";
}
