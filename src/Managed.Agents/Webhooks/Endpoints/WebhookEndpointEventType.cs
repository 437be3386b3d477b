// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>The kinds of events that an endpoint of an organization can ask for.</summary>
[JsonConverter(typeof(OpenEnumConverter<WebhookEndpointEventType>))]
public readonly record struct WebhookEndpointEventType : IOpenEnum<WebhookEndpointEventType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public WebhookEndpointEventType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>An encryption key of yours cannot be used.</summary>
    public static WebhookEndpointEventType ExternalKeyFailed { get; } = new(Known.ExternalKeyFailed);

    /// <summary>An encryption key of yours can be used again.</summary>
    public static WebhookEndpointEventType ExternalKeyRecovered { get; } = new(Known.ExternalKeyRecovered);

    /// <summary>The service acted against an end user.</summary>
    public static WebhookEndpointEventType UserProfileEnforcementActionOpened { get; } = new(Known.UserProfileEnforcementActionOpened);

    /// <summary>The service took an action against an end user back.</summary>
    public static WebhookEndpointEventType UserProfileEnforcementActionResolved { get; } = new(Known.UserProfileEnforcementActionResolved);

    /// <summary>An end user stands differently in a program.</summary>
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
        /// <summary>An encryption key of yours cannot be used.</summary>
        public const string ExternalKeyFailed = "external_key.failed";

        /// <summary>An encryption key of yours can be used again.</summary>
        public const string ExternalKeyRecovered = "external_key.recovered";

        /// <summary>The service acted against an end user.</summary>
        public const string UserProfileEnforcementActionOpened = "user_profile.enforcement_action_opened";

        /// <summary>The service took an action against an end user back.</summary>
        public const string UserProfileEnforcementActionResolved = "user_profile.enforcement_action_resolved";

        /// <summary>An end user stands differently in a program.</summary>
        public const string UserProfileProgramStatusUpdated = "user_profile.program_status_updated";
    }
}
