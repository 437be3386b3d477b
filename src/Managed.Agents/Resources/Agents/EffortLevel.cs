using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How much a model thinks and works before it answers. More effort costs more tokens and time.</summary>
[JsonConverter(typeof(OpenEnumConverter<EffortLevel>))]
public readonly record struct EffortLevel : IOpenEnum<EffortLevel>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EffortLevel(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The least effort.</summary>
    public static EffortLevel Low { get; } = new(Known.Low);

    /// <summary>Between low and high.</summary>
    public static EffortLevel Medium { get; } = new(Known.Medium);

    /// <summary>Thorough.</summary>
    public static EffortLevel High { get; } = new(Known.High);

    /// <summary>Between high and the most.</summary>
    public static EffortLevel Xhigh { get; } = new(Known.Xhigh);

    /// <summary>The most effort the model can make.</summary>
    public static EffortLevel Max { get; } = new(Known.Max);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static EffortLevel IOpenEnum<EffortLevel>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The least effort.</summary>
        public const string Low = "low";

        /// <summary>Between low and high.</summary>
        public const string Medium = "medium";

        /// <summary>Thorough.</summary>
        public const string High = "high";

        /// <summary>Between high and the most.</summary>
        public const string Xhigh = "xhigh";

        /// <summary>The most effort the model can make.</summary>
        public const string Max = "max";
    }
}
