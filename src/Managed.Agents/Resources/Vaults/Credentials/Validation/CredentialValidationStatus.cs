// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether a credential works.</summary>
[JsonConverter(typeof(OpenEnumConverter<CredentialValidationStatus>))]
public readonly record struct CredentialValidationStatus : IOpenEnum<CredentialValidationStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public CredentialValidationStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The MCP server accepted the credential.</summary>
    public static CredentialValidationStatus Valid { get; } = new(Known.Valid);

    /// <summary>The credential was rejected.</summary>
    public static CredentialValidationStatus Invalid { get; } = new(Known.Invalid);

    /// <summary>The result is unknown, for example because the MCP server could not be reached.</summary>
    public static CredentialValidationStatus Unknown { get; } = new(Known.Unknown);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static CredentialValidationStatus IOpenEnum<CredentialValidationStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The MCP server accepted the credential.</summary>
        public const string Valid = "valid";

        /// <summary>The credential was rejected.</summary>
        public const string Invalid = "invalid";

        /// <summary>The result is unknown, for example because the MCP server could not be reached.</summary>
        public const string Unknown = "unknown";
    }
}
