using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>How an end user stands in the EFS program.</summary>
public sealed record EfsProgram : ApiObject
{
    /// <summary>Whether they take part.</summary>
    public UserProfileProgramStatus Status { get; init; }

    /// <summary>The features by name: <c>data_retention_exemption</c>, <c>cmek</c> and <c>storage</c> so far.</summary>
    public IReadOnlyDictionary<string, EfsProgramFeature> Features { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, EfsProgramFeature>.Empty;
}

/// <summary>A feature of the EFS program.</summary>
public sealed record EfsProgramFeature : ApiObject
{
    /// <summary>Whether the feature is open to the end user.</summary>
    public UserProfileProgramActivation Status { get; init; }
}
