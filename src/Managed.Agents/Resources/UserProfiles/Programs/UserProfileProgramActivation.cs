// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>Whether a part of a program is active for an end user.</summary>
[JsonConverter(typeof(OpenEnumConverter<UserProfileProgramActivation>))]
public readonly record struct UserProfileProgramActivation : IOpenEnum<UserProfileProgramActivation>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileProgramActivation(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The part is active.</summary>
    public static UserProfileProgramActivation Active { get; } = new(Known.Active);

    /// <summary>The part is not active.</summary>
    public static UserProfileProgramActivation Inactive { get; } = new(Known.Inactive);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileProgramActivation IOpenEnum<UserProfileProgramActivation>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The part is active.</summary>
        public const string Active = "active";

        /// <summary>The part is not active.</summary>
        public const string Inactive = "inactive";
    }
}
