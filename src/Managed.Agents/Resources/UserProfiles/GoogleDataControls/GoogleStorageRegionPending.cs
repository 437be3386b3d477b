namespace Managed.Agents.UserProfiles;

/// <summary>The bucket of the region is being verified.</summary>
public sealed record GoogleStorageRegionPending : GoogleStorageRegionStatus
{
    /// <summary>The checks that the last attempt failed; empty when no attempt has failed.</summary>
    public IReadOnlyList<GoogleStorageFailedCheck> FailedChecks { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
