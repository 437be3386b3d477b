// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>The line of models that a model belongs to.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModelLine>))]
public readonly record struct ModelLine : IOpenEnum<ModelLine>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ModelLine(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The Haiku line.</summary>
    public static ModelLine Haiku { get; } = new(Known.Haiku);

    /// <summary>The Sonnet line.</summary>
    public static ModelLine Sonnet { get; } = new(Known.Sonnet);

    /// <summary>The Opus line.</summary>
    public static ModelLine Opus { get; } = new(Known.Opus);

    /// <summary>The Fable line.</summary>
    public static ModelLine Fable { get; } = new(Known.Fable);

    /// <summary>The Mythos line.</summary>
    public static ModelLine Mythos { get; } = new(Known.Mythos);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ModelLine IOpenEnum<ModelLine>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The Haiku line.</summary>
        public const string Haiku = "haiku";

        /// <summary>The Sonnet line.</summary>
        public const string Sonnet = "sonnet";

        /// <summary>The Opus line.</summary>
        public const string Opus = "opus";

        /// <summary>The Fable line.</summary>
        public const string Fable = "fable";

        /// <summary>The Mythos line.</summary>
        public const string Mythos = "mythos";
    }
}
