using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>At least one region is configured to store data in a bucket of the customer.</summary>
public sealed record GoogleStorageEnabled : GoogleStorageControl
{
    /// <summary>The bucket of each region. A region without a bucket is absent.</summary>
    /// <value>Regions known so far: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>.</value>
    public IReadOnlyDictionary<string, GoogleStorageBucket> Buckets { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, GoogleStorageBucket>.Empty;

    /// <summary>The status of each region. A region that is not offered may be absent.</summary>
    /// <value>Regions known so far: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>.</value>
    public IReadOnlyDictionary<string, GoogleStorageRegionStatus> Status { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, GoogleStorageRegionStatus>.Empty;
}
