// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>A check of a bucket.</summary>
[JsonConverter(typeof(OpenEnumConverter<GoogleStorageCheck>))]
public readonly record struct GoogleStorageCheck : IOpenEnum<GoogleStorageCheck>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public GoogleStorageCheck(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The label of the bucket is not <see cref="GoogleDataControls.BucketLabelValue"/>.</summary>
    public static GoogleStorageCheck LabelMismatch { get; } = new(Known.LabelMismatch);

    /// <summary>The location of the bucket does not fit the region.</summary>
    public static GoogleStorageCheck LocationMismatch { get; } = new(Known.LocationMismatch);

    /// <summary>The encryption of the bucket is not as required.</summary>
    public static GoogleStorageCheck Encryption { get; } = new(Known.Encryption);

    /// <summary>The object versioning of the bucket is not as required.</summary>
    public static GoogleStorageCheck Versioning { get; } = new(Known.Versioning);

    /// <summary>Another setting of the bucket is not as required.</summary>
    public static GoogleStorageCheck BucketSettings { get; } = new(Known.BucketSettings);

    /// <summary>The lifecycle rules of the bucket are not as required.</summary>
    public static GoogleStorageCheck LifecycleRules { get; } = new(Known.LifecycleRules);

    /// <summary>The policy for deleted objects is not as required.</summary>
    public static GoogleStorageCheck DeletionPolicy { get; } = new(Known.DeletionPolicy);

    /// <summary>The access of a service account differs from the access that it needs.</summary>
    public static GoogleStorageCheck GrantMismatch { get; } = new(Known.GrantMismatch);

    /// <summary>Cloud KMS refused the key of the bucket.</summary>
    public static GoogleStorageCheck KmsKeyRefused { get; } = new(Known.KmsKeyRefused);

    /// <summary>A trial access to the bucket failed.</summary>
    public static GoogleStorageCheck ProbeFailed { get; } = new(Known.ProbeFailed);

    /// <summary>The project of the bucket is not verified.</summary>
    public static GoogleStorageCheck ProjectNotVerified { get; } = new(Known.ProjectNotVerified);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static GoogleStorageCheck IOpenEnum<GoogleStorageCheck>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The label of the bucket is not <see cref="GoogleDataControls.BucketLabelValue"/>.</summary>
        public const string LabelMismatch = "label_mismatch";

        /// <summary>The location of the bucket does not fit the region.</summary>
        public const string LocationMismatch = "location_mismatch";

        /// <summary>The encryption of the bucket is not as required.</summary>
        public const string Encryption = "encryption";

        /// <summary>The object versioning of the bucket is not as required.</summary>
        public const string Versioning = "versioning";

        /// <summary>Another setting of the bucket is not as required.</summary>
        public const string BucketSettings = "bucket_settings";

        /// <summary>The lifecycle rules of the bucket are not as required.</summary>
        public const string LifecycleRules = "lifecycle_rules";

        /// <summary>The policy for deleted objects is not as required.</summary>
        public const string DeletionPolicy = "deletion_policy";

        /// <summary>The access of a service account differs from the access that it needs.</summary>
        public const string GrantMismatch = "grant_mismatch";

        /// <summary>Cloud KMS refused the key of the bucket.</summary>
        public const string KmsKeyRefused = "kms_key_refused";

        /// <summary>A trial access to the bucket failed.</summary>
        public const string ProbeFailed = "probe_failed";

        /// <summary>The project of the bucket is not verified.</summary>
        public const string ProjectNotVerified = "project_not_verified";
    }
}
