namespace Managed.Agents.UserProfiles;

/// <summary>The key of the region could not be validated. Send the same key again to restart the validation.</summary>
public sealed record GoogleCmekRegionFailed : GoogleCmekRegionStatus
{
    /// <summary>Why the validation failed.</summary>
    public string Error { get; init => field = value ?? ""; } = "";
}
