// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How fast a model writes. Only some models support a faster speed.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModelSpeed>))]
public readonly record struct ModelSpeed : IOpenEnum<ModelSpeed>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ModelSpeed(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The default speed, which every model supports.</summary>
    public static ModelSpeed Standard { get; } = new(Known.Standard);

    /// <summary>Faster output, at a higher price.</summary>
    public static ModelSpeed Fast { get; } = new(Known.Fast);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ModelSpeed IOpenEnum<ModelSpeed>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The default speed, which every model supports.</summary>
        public const string Standard = "standard";

        /// <summary>Faster output, at a higher price.</summary>
        public const string Fast = "fast";
    }
}
