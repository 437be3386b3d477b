// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>What an end user can do about a restriction.</summary>
/// <remarks>Treat an unrecognized value as no next step.</remarks>
[JsonConverter(typeof(OpenEnumConverter<UserProfileNextStep>))]
public readonly record struct UserProfileNextStep : IOpenEnum<UserProfileNextStep>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileNextStep(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The end user can verify their identity.</summary>
    public static UserProfileNextStep Verify { get; } = new(Known.Verify);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileNextStep IOpenEnum<UserProfileNextStep>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The end user can verify their identity.</summary>
        public const string Verify = "verify";
    }
}
