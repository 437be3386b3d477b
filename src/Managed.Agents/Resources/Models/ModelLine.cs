using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>The line that a model belongs to.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModelLine>))]
public readonly record struct ModelLine : IOpenEnum<ModelLine>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ModelLine(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The line Haiku.</summary>
    public static ModelLine Haiku { get; } = new(Known.Haiku);

    /// <summary>The line Sonnet.</summary>
    public static ModelLine Sonnet { get; } = new(Known.Sonnet);

    /// <summary>The line Opus.</summary>
    public static ModelLine Opus { get; } = new(Known.Opus);

    /// <summary>The line Fable.</summary>
    public static ModelLine Fable { get; } = new(Known.Fable);

    /// <summary>The line Mythos.</summary>
    public static ModelLine Mythos { get; } = new(Known.Mythos);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static ModelLine IOpenEnum<ModelLine>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The line Haiku.</summary>
        public const string Haiku = "haiku";

        /// <summary>The line Sonnet.</summary>
        public const string Sonnet = "sonnet";

        /// <summary>The line Opus.</summary>
        public const string Opus = "opus";

        /// <summary>The line Fable.</summary>
        public const string Fable = "fable";

        /// <summary>The line Mythos.</summary>
        public const string Mythos = "mythos";
    }
}
