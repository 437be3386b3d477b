// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How much a model thinks and works before it answers. Higher effort costs more tokens and time.</summary>
[JsonConverter(typeof(OpenEnumConverter<EffortLevel>))]
public readonly record struct EffortLevel : IOpenEnum<EffortLevel>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EffortLevel(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The lowest effort.</summary>
    public static EffortLevel Low { get; } = new(Known.Low);

    /// <summary>Effort between low and high.</summary>
    public static EffortLevel Medium { get; } = new(Known.Medium);

    /// <summary>High effort, for thorough work.</summary>
    public static EffortLevel High { get; } = new(Known.High);

    /// <summary>Effort between high and the maximum.</summary>
    public static EffortLevel Xhigh { get; } = new(Known.Xhigh);

    /// <summary>The highest effort that the model supports.</summary>
    public static EffortLevel Max { get; } = new(Known.Max);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static EffortLevel IOpenEnum<EffortLevel>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The lowest effort.</summary>
        public const string Low = "low";

        /// <summary>Effort between low and high.</summary>
        public const string Medium = "medium";

        /// <summary>High effort, for thorough work.</summary>
        public const string High = "high";

        /// <summary>Effort between high and the maximum.</summary>
        public const string Xhigh = "xhigh";

        /// <summary>The highest effort that the model supports.</summary>
        public const string Max = "max";
    }
}
