namespace Managed.Agents.UserProfiles;

/// <summary>The settings that control how Claude on Google Cloud encrypts and stores the data of a user profile.</summary>
/// <remarks>Every user profile has exactly one. It is never created or deleted.</remarks>
public sealed record GoogleDataControls : ApiObject
{
    internal override string? WireType => "google_managed_data_controls";

    /// <summary>The id of the user profile, <c>uprof_…</c>.</summary>
    public string UserProfileId { get; init => field = value ?? ""; } = "";

    /// <summary>The label value that every bucket of the user profile must carry. It never changes.</summary>
    public string BucketLabelValue { get; init => field = value ?? ""; } = "";

    /// <summary>The customer-managed encryption keys.</summary>
    public GoogleCmekControl Cmek { get; init => field = value ?? GoogleCmekControl.Missing; } = GoogleCmekControl.Missing;

    /// <summary>The customer-owned storage.</summary>
    public GoogleStorageControl Storage { get; init => field = value ?? GoogleStorageControl.Missing; } = GoogleStorageControl.Missing;

    /// <summary>When the controls last changed.</summary>
    /// <value>A suspension, a repeated check alone and the expiry of a retired key or bucket do not count as changes.</value>
    public DateTimeOffset UpdatedAt { get; init; }
}
