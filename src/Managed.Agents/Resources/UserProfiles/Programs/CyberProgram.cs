using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>The status of an end user in the cyber program.</summary>
public sealed record CyberProgram : ApiObject
{
    /// <summary>Whether the end user takes part.</summary>
    public UserProfileProgramStatus Status { get; init; }

    /// <summary>What the program requires of the end user; null when it is not reported.</summary>
    public CyberProgramRequirements? Requirements { get; init; }

    /// <summary>The tiers by name. Known so far: <c>a</c>, <c>b</c> and <c>c</c>. Either all or none are reported.</summary>
    public IReadOnlyDictionary<string, CyberProgramTier> Tiers { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, CyberProgramTier>.Empty;
}

/// <summary>What the cyber program requires of an end user.</summary>
public sealed record CyberProgramRequirements : ApiObject
{
    /// <summary>Whether the data of the end user must be retained.</summary>
    public bool DataRetention { get; init; }

    /// <summary>Whether human review of the end user's usage must be possible.</summary>
    public bool HumanReview { get; init; }
}

/// <summary>A tier of the cyber program.</summary>
public sealed record CyberProgramTier : ApiObject
{
    /// <summary>Whether the tier is active for the end user.</summary>
    public UserProfileProgramActivation Status { get; init; }
}
