// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>Whether an end user takes part in a program.</summary>
[JsonConverter(typeof(OpenEnumConverter<UserProfileProgramStatus>))]
public readonly record struct UserProfileProgramStatus : IOpenEnum<UserProfileProgramStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileProgramStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The end user takes part.</summary>
    public static UserProfileProgramStatus Active { get; } = new(Known.Active);

    /// <summary>The decision is pending.</summary>
    public static UserProfileProgramStatus Pending { get; } = new(Known.Pending);

    /// <summary>The end user was rejected.</summary>
    public static UserProfileProgramStatus Rejected { get; } = new(Known.Rejected);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileProgramStatus IOpenEnum<UserProfileProgramStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The end user takes part.</summary>
        public const string Active = "active";

        /// <summary>The decision is pending.</summary>
        public const string Pending = "pending";

        /// <summary>The end user was rejected.</summary>
        public const string Rejected = "rejected";
    }
}
