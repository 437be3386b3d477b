// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>The kind of person or organization that an end user is.</summary>
[JsonConverter(typeof(OpenEnumConverter<UserProfileEntityType>))]
public readonly record struct UserProfileEntityType : IOpenEnum<UserProfileEntityType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public UserProfileEntityType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The end user is a person.</summary>
    public static UserProfileEntityType Individual { get; } = new(Known.Individual);

    /// <summary>The end user is a company.</summary>
    public static UserProfileEntityType Business { get; } = new(Known.Business);

    /// <summary>The end user is a non-profit organization.</summary>
    public static UserProfileEntityType NonProfit { get; } = new(Known.NonProfit);

    /// <summary>The end user is a public body.</summary>
    public static UserProfileEntityType Government { get; } = new(Known.Government);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static UserProfileEntityType IOpenEnum<UserProfileEntityType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The end user is a person.</summary>
        public const string Individual = "individual";

        /// <summary>The end user is a company.</summary>
        public const string Business = "business";

        /// <summary>The end user is a non-profit organization.</summary>
        public const string NonProfit = "non_profit";

        /// <summary>The end user is a public body.</summary>
        public const string Government = "government";
    }
}
