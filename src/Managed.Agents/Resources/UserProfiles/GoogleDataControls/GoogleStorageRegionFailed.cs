namespace Managed.Agents.UserProfiles;

/// <summary>The bucket of the region could not be verified. Send the same bucket again to restart the verification.</summary>
public sealed record GoogleStorageRegionFailed : GoogleStorageRegionStatus
{
    /// <summary>The checks that failed.</summary>
    public IReadOnlyList<GoogleStorageFailedCheck> FailedChecks { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
