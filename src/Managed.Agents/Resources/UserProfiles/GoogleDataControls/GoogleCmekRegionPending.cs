namespace Managed.Agents.UserProfiles;

/// <summary>The key of the region is being validated.</summary>
public sealed record GoogleCmekRegionPending : GoogleCmekRegionStatus
{
    /// <summary>Why the last attempt failed; null when none has failed.</summary>
    public string? Error { get; init; }
}
