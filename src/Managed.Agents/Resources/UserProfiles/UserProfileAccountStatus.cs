// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>The status of the account that an end user has with you.</summary>
[JsonConverter(typeof(OpenEnumConverter<UserProfileAccountStatus>))]
public readonly record struct UserProfileAccountStatus : IOpenEnum<UserProfileAccountStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileAccountStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The account is active.</summary>
    public static UserProfileAccountStatus Active { get; } = new(Known.Active);

    /// <summary>The account is suspended.</summary>
    public static UserProfileAccountStatus Suspended { get; } = new(Known.Suspended);

    /// <summary>The account is blocked.</summary>
    public static UserProfileAccountStatus Blocked { get; } = new(Known.Blocked);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileAccountStatus IOpenEnum<UserProfileAccountStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The account is active.</summary>
        public const string Active = "active";

        /// <summary>The account is suspended.</summary>
        public const string Suspended = "suspended";

        /// <summary>The account is blocked.</summary>
        public const string Blocked = "blocked";
    }
}
