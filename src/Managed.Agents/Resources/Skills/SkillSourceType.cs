// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The type of source that a skill comes from.</summary>
[JsonConverter(typeof(OpenEnumConverter<SkillSourceType>))]
public readonly record struct SkillSourceType : IOpenEnum<SkillSourceType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SkillSourceType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The skill comes from your organization.</summary>
    public static SkillSourceType Custom { get; } = new(Known.Custom);

    /// <summary>The skill comes from Anthropic.</summary>
    public static SkillSourceType Anthropic { get; } = new(Known.Anthropic);

    /// <summary>The skill comes from Anthropic as an example.</summary>
    public static SkillSourceType AnthropicExample { get; } = new(Known.AnthropicExample);

    /// <summary>The skill comes from a plugin.</summary>
    public static SkillSourceType Plugin { get; } = new(Known.Plugin);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SkillSourceType IOpenEnum<SkillSourceType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The skill comes from your organization.</summary>
        public const string Custom = "custom";

        /// <summary>The skill comes from Anthropic.</summary>
        public const string Anthropic = "anthropic";

        /// <summary>The skill comes from Anthropic as an example.</summary>
        public const string AnthropicExample = "anthropic_example";

        /// <summary>The skill comes from a plugin.</summary>
        public const string Plugin = "plugin";
    }
}
