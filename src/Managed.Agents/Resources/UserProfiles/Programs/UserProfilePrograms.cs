namespace Managed.Agents.UserProfiles;

/// <summary>The programs that an end user takes part in.</summary>
public sealed record UserProfilePrograms : ApiObject
{
    /// <summary>
    /// The cyber program; null when the end user does not take part in it. Only <see cref="UserProfilesClient.GetAsync"/> returns it
    /// completely.
    /// </summary>
    public CyberProgram? Cyber { get; init; }

    /// <summary>The EFS program; null in lists, and when the end user does not take part in it.</summary>
    public EfsProgram? Efs { get; init; }
}
