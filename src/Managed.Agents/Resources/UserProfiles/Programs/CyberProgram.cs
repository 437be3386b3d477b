using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>How an end user stands in the cyber program.</summary>
public sealed record CyberProgram : ApiObject
{
    /// <summary>Whether they take part.</summary>
    public UserProfileProgramStatus Status { get; init; }

    /// <summary>What is demanded of them; null when that is not reported.</summary>
    public CyberProgramRequirements? Requirements { get; init; }

    /// <summary>The tiers by name: <c>a</c>, <c>b</c> and <c>c</c> so far. All or none are reported.</summary>
    public IReadOnlyDictionary<string, CyberProgramTier> Tiers { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, CyberProgramTier>.Empty;
}

/// <summary>What the cyber program demands of an end user.</summary>
public sealed record CyberProgramRequirements : ApiObject
{
    /// <summary>Whether their data must be retained.</summary>
    public bool DataRetention { get; init; }

    /// <summary>Whether people must be able to review their use.</summary>
    public bool HumanReview { get; init; }
}

/// <summary>A tier of the cyber program.</summary>
public sealed record CyberProgramTier : ApiObject
{
    /// <summary>Whether the tier is open to the end user.</summary>
    public UserProfileProgramActivation Status { get; init; }
}
