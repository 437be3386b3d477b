namespace Managed.Agents.UserProfiles;

/// <summary>The key of the region is in use.</summary>
public sealed record GoogleCmekRegionActive : GoogleCmekRegionStatus
{
    /// <summary>When the key was validated.</summary>
    public DateTimeOffset ValidatedAt { get; init; }

    /// <summary>When the key was last checked; null when it has not been checked since its validation.</summary>
    public DateTimeOffset? LastCheckedAt { get; init; }

    /// <summary>The error with which Cloud KMS last refused the key. Null does not prove that the key works.</summary>
    public string? Error { get; init; }
}
