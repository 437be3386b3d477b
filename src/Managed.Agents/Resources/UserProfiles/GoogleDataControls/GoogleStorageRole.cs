// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>The role of a service account that accesses a bucket.</summary>
[JsonConverter(typeof(OpenEnumConverter<GoogleStorageRole>))]
public readonly record struct GoogleStorageRole : IOpenEnum<GoogleStorageRole>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public GoogleStorageRole(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The service account writes data.</summary>
    public static GoogleStorageRole Ingest { get; } = new(Known.Ingest);

    /// <summary>The service account reads data.</summary>
    public static GoogleStorageRole Read { get; } = new(Known.Read);

    /// <summary>The service account maintains stored data.</summary>
    public static GoogleStorageRole Maintenance { get; } = new(Known.Maintenance);

    /// <summary>The service account erases media.</summary>
    public static GoogleStorageRole MediaErasure { get; } = new(Known.MediaErasure);

    /// <summary>The service account verifies the bucket.</summary>
    public static GoogleStorageRole Verify { get; } = new(Known.Verify);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static GoogleStorageRole IOpenEnum<GoogleStorageRole>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The service account writes data.</summary>
        public const string Ingest = "ingest";

        /// <summary>The service account reads data.</summary>
        public const string Read = "read";

        /// <summary>The service account maintains stored data.</summary>
        public const string Maintenance = "maintenance";

        /// <summary>The service account erases media.</summary>
        public const string MediaErasure = "media_erasure";

        /// <summary>The service account verifies the bucket.</summary>
        public const string Verify = "verify";
    }
}
