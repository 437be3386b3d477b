namespace Managed.Agents.UserProfiles;

/// <summary>The name of a Cloud Storage bucket and the number of its project.</summary>
public sealed record GoogleBucketReference : ApiObject
{
    /// <summary>The name of the bucket.</summary>
    public required string BucketName { get; init; }

    /// <summary>The number of the Google Cloud project that owns the bucket, in decimal digits.</summary>
    public required string ProjectNumber { get; init; }
}
