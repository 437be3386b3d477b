// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>The state of a webhook endpoint: whether events are delivered to it.</summary>
[JsonConverter(typeof(OpenEnumConverter<WebhookEndpointState>))]
public readonly record struct WebhookEndpointState : IOpenEnum<WebhookEndpointState>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public WebhookEndpointState(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Events are delivered.</summary>
    public static WebhookEndpointState Enabled { get; } = new(Known.Enabled);

    /// <summary>Events are not delivered. Events that happen while the endpoint is disabled are lost.</summary>
    public static WebhookEndpointState Disabled { get; } = new(Known.Disabled);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static WebhookEndpointState IOpenEnum<WebhookEndpointState>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Events are delivered.</summary>
        public const string Enabled = "enabled";

        /// <summary>Events are not delivered. Events that happen while the endpoint is disabled are lost.</summary>
        public const string Disabled = "disabled";
    }
}
