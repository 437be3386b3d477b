namespace Managed.Agents.UserProfiles;

/// <summary>The programs that an end user takes part in.</summary>
public sealed record UserProfilePrograms : ApiObject
{
    /// <summary>The cyber program; null when they have nothing to do with it. Complete only when the profile is got by its id.</summary>
    public CyberProgram? Cyber { get; init; }

    /// <summary>The EFS program; null in lists, and when they have nothing to do with it.</summary>
    public EfsProgram? Efs { get; init; }
}
