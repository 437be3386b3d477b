namespace Managed.Agents.UserProfiles;

/// <summary>Sets or removes buckets by region. At least one region must have a bucket afterwards.</summary>
public sealed record GoogleStorageEnable : GoogleStorageControlUpdate
{
    /// <summary>The change by region: a reference sets the bucket, null removes it. A region that is absent stays unchanged.</summary>
    /// <value>
    /// Regions known so far: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>. A bucket serves one region. To restart a failed
    /// verification, send the same bucket again.
    /// </value>
    public IReadOnlyDictionary<string, GoogleBucketReference?>? Buckets { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
