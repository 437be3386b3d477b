// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>What the service lets an end user do.</summary>
/// <remarks>Treat an unrecognized value as <see cref="Restricted"/>.</remarks>
[JsonConverter(typeof(OpenEnumConverter<UserProfileEnforcementStatus>))]
public readonly record struct UserProfileEnforcementStatus : IOpenEnum<UserProfileEnforcementStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileEnforcementStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The end user may do everything.</summary>
    public static UserProfileEnforcementStatus Unrestricted { get; } = new(Known.Unrestricted);

    /// <summary>The decision is pending.</summary>
    public static UserProfileEnforcementStatus Pending { get; } = new(Known.Pending);

    /// <summary>The end user may do less than usual.</summary>
    public static UserProfileEnforcementStatus Restricted { get; } = new(Known.Restricted);

    /// <summary>The end user may do nothing.</summary>
    public static UserProfileEnforcementStatus Banned { get; } = new(Known.Banned);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileEnforcementStatus IOpenEnum<UserProfileEnforcementStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The end user may do everything.</summary>
        public const string Unrestricted = "unrestricted";

        /// <summary>The decision is pending.</summary>
        public const string Pending = "pending";

        /// <summary>The end user may do less than usual.</summary>
        public const string Restricted = "restricted";

        /// <summary>The end user may do nothing.</summary>
        public const string Banned = "banned";
    }
}
