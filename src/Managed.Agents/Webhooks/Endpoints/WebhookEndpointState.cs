// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>Whether events are delivered to an endpoint.</summary>
[JsonConverter(typeof(OpenEnumConverter<WebhookEndpointState>))]
public readonly record struct WebhookEndpointState : IOpenEnum<WebhookEndpointState>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public WebhookEndpointState(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>They are.</summary>
    public static WebhookEndpointState Enabled { get; } = new(Known.Enabled);

    /// <summary>They are not, and what happens meanwhile never will be.</summary>
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
        /// <summary>They are.</summary>
        public const string Enabled = "enabled";

        /// <summary>They are not, and what happens meanwhile never will be.</summary>
        public const string Disabled = "disabled";
    }
}
