namespace Managed.Agents.UserProfiles;

/// <summary>A check that a bucket failed.</summary>
public sealed record GoogleStorageFailedCheck : ApiObject
{
    /// <summary>The check.</summary>
    public GoogleStorageCheck Check { get; init; }

    /// <summary>A human-readable description of the problem.</summary>
    public string Message { get; init => field = value ?? ""; } = "";

    /// <summary>The role of the service account that the check is about; null for checks that are not about an account.</summary>
    public GoogleStorageRole? Role { get; init; }
}
