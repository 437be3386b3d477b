// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>How an end user accesses the models.</summary>
[JsonConverter(typeof(OpenEnumConverter<UserProfileAccessType>))]
public readonly record struct UserProfileAccessType : IOpenEnum<UserProfileAccessType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileAccessType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The end user accesses the models through your application.</summary>
    public static UserProfileAccessType Application { get; } = new(Known.Application);

    /// <summary>The end user sends their own requests, which you pass through.</summary>
    public static UserProfileAccessType Passthrough { get; } = new(Known.Passthrough);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileAccessType IOpenEnum<UserProfileAccessType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The end user accesses the models through your application.</summary>
        public const string Application = "application";

        /// <summary>The end user sends their own requests, which you pass through.</summary>
        public const string Passthrough = "passthrough";
    }
}
