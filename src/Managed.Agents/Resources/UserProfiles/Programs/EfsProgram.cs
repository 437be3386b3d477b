using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>The status of an end user in the EFS program.</summary>
public sealed record EfsProgram : ApiObject
{
    /// <summary>Whether the end user takes part.</summary>
    public UserProfileProgramStatus Status { get; init; }

    /// <summary>The features by name. Known so far: <c>data_retention_exemption</c>, <c>cmek</c> and <c>storage</c>.</summary>
    public IReadOnlyDictionary<string, EfsProgramFeature> Features { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, EfsProgramFeature>.Empty;
}

/// <summary>A feature of the EFS program.</summary>
public sealed record EfsProgramFeature : ApiObject
{
    /// <summary>Whether the feature is active for the end user.</summary>
    public UserProfileProgramActivation Status { get; init; }
}
