namespace Managed.Agents.UserProfiles;

/// <summary>The Cloud Storage bucket of a region.</summary>
public sealed record GoogleStorageBucket : ApiObject
{
    /// <summary>The name of the bucket.</summary>
    public string BucketName { get; init => field = value ?? ""; } = "";

    /// <summary>The number of the Google Cloud project that owns the bucket, in decimal digits.</summary>
    public string ProjectNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The id of the project; null until the region has confirmed the bucket.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The location of the bucket; null until the region has confirmed the bucket.</summary>
    public string? Location { get; init; }

    /// <summary>The default Cloud KMS key of the bucket; null when it has none, and until the region has confirmed the bucket.</summary>
    public string? KmsKeyName { get; init; }
}
