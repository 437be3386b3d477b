// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The outcome of refreshing an access token.</summary>
[JsonConverter(typeof(OpenEnumConverter<CredentialRefreshStatus>))]
public readonly record struct CredentialRefreshStatus : IOpenEnum<CredentialRefreshStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public CredentialRefreshStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A new access token was received.</summary>
    public static CredentialRefreshStatus Succeeded { get; } = new(Known.Succeeded);

    /// <summary>The token endpoint rejected the request.</summary>
    public static CredentialRefreshStatus Failed { get; } = new(Known.Failed);

    /// <summary>The token endpoint could not be reached.</summary>
    public static CredentialRefreshStatus ConnectError { get; } = new(Known.ConnectError);

    /// <summary>No refresh token is stored.</summary>
    public static CredentialRefreshStatus NoRefreshToken { get; } = new(Known.NoRefreshToken);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static CredentialRefreshStatus IOpenEnum<CredentialRefreshStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>A new access token was received.</summary>
        public const string Succeeded = "succeeded";

        /// <summary>The token endpoint rejected the request.</summary>
        public const string Failed = "failed";

        /// <summary>The token endpoint could not be reached.</summary>
        public const string ConnectError = "connect_error";

        /// <summary>No refresh token is stored.</summary>
        public const string NoRefreshToken = "no_refresh_token";
    }
}
