// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The sort order of a list.</summary>
[JsonConverter(typeof(OpenEnumConverter<SortOrder>))]
public readonly record struct SortOrder : IOpenEnum<SortOrder>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SortOrder(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Oldest first.</summary>
    public static SortOrder Ascending { get; } = new(Known.Ascending);

    /// <summary>Newest first.</summary>
    public static SortOrder Descending { get; } = new(Known.Descending);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SortOrder IOpenEnum<SortOrder>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Oldest first.</summary>
        public const string Ascending = "asc";

        /// <summary>Newest first.</summary>
        public const string Descending = "desc";
    }
}
