// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>A type of event that an endpoint of an organization can receive.</summary>
[JsonConverter(typeof(OpenEnumConverter<WebhookEndpointEventType>))]
public readonly record struct WebhookEndpointEventType : IOpenEnum<WebhookEndpointEventType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public WebhookEndpointEventType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>An external encryption key of the organization failed the service's check.</summary>
    public static WebhookEndpointEventType ExternalKeyFailed { get; } = new(Known.ExternalKeyFailed);

    /// <summary>An external encryption key of the organization passes the service's check again.</summary>
    public static WebhookEndpointEventType ExternalKeyRecovered { get; } = new(Known.ExternalKeyRecovered);

    /// <summary>One of your buckets failed the service's check.</summary>
    public static WebhookEndpointEventType ExternalStorageFailed { get; } = new(Known.ExternalStorageFailed);

    /// <summary>One of your buckets passes the service's check again.</summary>
    public static WebhookEndpointEventType ExternalStorageRecovered { get; } = new(Known.ExternalStorageRecovered);

    /// <summary>An enforcement action was opened against an end user.</summary>
    public static WebhookEndpointEventType UserProfileEnforcementActionOpened { get; } = new(Known.UserProfileEnforcementActionOpened);

    /// <summary>An enforcement action against an end user was resolved.</summary>
    public static WebhookEndpointEventType UserProfileEnforcementActionResolved { get; } = new(Known.UserProfileEnforcementActionResolved);

    /// <summary>The status of an end user in a program was updated.</summary>
    public static WebhookEndpointEventType UserProfileProgramStatusUpdated { get; } = new(Known.UserProfileProgramStatusUpdated);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static WebhookEndpointEventType IOpenEnum<WebhookEndpointEventType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>An external encryption key of the organization failed the service's check.</summary>
        public const string ExternalKeyFailed = "external_key.failed";

        /// <summary>An external encryption key of the organization passes the service's check again.</summary>
        public const string ExternalKeyRecovered = "external_key.recovered";

        /// <summary>One of your buckets failed the service's check.</summary>
        public const string ExternalStorageFailed = "external_storage.failed";

        /// <summary>One of your buckets passes the service's check again.</summary>
        public const string ExternalStorageRecovered = "external_storage.recovered";

        /// <summary>An enforcement action was opened against an end user.</summary>
        public const string UserProfileEnforcementActionOpened = "user_profile.enforcement_action_opened";

        /// <summary>An enforcement action against an end user was resolved.</summary>
        public const string UserProfileEnforcementActionResolved = "user_profile.enforcement_action_resolved";

        /// <summary>The status of an end user in a program was updated.</summary>
        public const string UserProfileProgramStatusUpdated = "user_profile.program_status_updated";
    }
}
