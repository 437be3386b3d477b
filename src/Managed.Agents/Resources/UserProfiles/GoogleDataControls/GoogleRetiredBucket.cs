namespace Managed.Agents.UserProfiles;

/// <summary>A bucket that is no longer used for new data but must be kept for a while.</summary>
public sealed record GoogleRetiredBucket : ApiObject
{
    /// <summary>The name of the bucket.</summary>
    public string BucketName { get; init => field = value ?? ""; } = "";

    /// <summary>The number of the Google Cloud project that owns the bucket, in decimal digits.</summary>
    public string ProjectNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The region that the bucket was used in, for example <c>eu</c>.</summary>
    public string Region { get; init => field = value ?? ""; } = "";

    /// <summary>When the bucket is no longer needed. Keep it, and the access to it, unchanged until then.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
