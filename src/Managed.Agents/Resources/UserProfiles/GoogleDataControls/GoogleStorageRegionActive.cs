namespace Managed.Agents.UserProfiles;

/// <summary>The bucket of the region is in use.</summary>
public sealed record GoogleStorageRegionActive : GoogleStorageRegionStatus
{
    /// <summary>When the bucket was verified.</summary>
    public DateTimeOffset ValidatedAt { get; init; }

    /// <summary>The failures of the last daily check; empty when it passed.</summary>
    public IReadOnlyList<GoogleStorageFailedCheck> FailedChecks { get; init => field = ReadOnlyCopy.OfList(value); } = [];
}
