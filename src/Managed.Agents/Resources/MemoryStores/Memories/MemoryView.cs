// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Which parts of a memory or of a version a response contains.</summary>
[JsonConverter(typeof(OpenEnumConverter<MemoryView>))]
public readonly record struct MemoryView : IOpenEnum<MemoryView>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public MemoryView(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The response contains everything except the text.</summary>
    public static MemoryView Basic { get; } = new(Known.Basic);

    /// <summary>The response contains everything, including the text. A list returns at most 20 items per page.</summary>
    public static MemoryView Full { get; } = new(Known.Full);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static MemoryView IOpenEnum<MemoryView>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The response contains everything except the text.</summary>
        public const string Basic = "basic";

        /// <summary>The response contains everything, including the text. A list returns at most 20 items per page.</summary>
        public const string Full = "full";
    }
}
