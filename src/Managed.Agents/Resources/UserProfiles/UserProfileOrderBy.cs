// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>What a list of user profiles is sorted by.</summary>
[JsonConverter(typeof(OpenEnumConverter<UserProfileOrderBy>))]
public readonly record struct UserProfileOrderBy : IOpenEnum<UserProfileOrderBy>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileOrderBy(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Sorts by creation time.</summary>
    public static UserProfileOrderBy CreatedAt { get; } = new(Known.CreatedAt);

    /// <summary>Sorts by name.</summary>
    public static UserProfileOrderBy Name { get; } = new(Known.Name);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileOrderBy IOpenEnum<UserProfileOrderBy>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Sorts by creation time.</summary>
        public const string CreatedAt = "created_at";

        /// <summary>Sorts by name.</summary>
        public const string Name = "name";
    }
}
