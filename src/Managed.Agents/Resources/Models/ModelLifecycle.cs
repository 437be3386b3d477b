using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>How long a model will still be there.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModelLifecycle>))]
public readonly record struct ModelLifecycle : IOpenEnum<ModelLifecycle>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ModelLifecycle(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>In use.</summary>
    public static ModelLifecycle Active { get; } = new(Known.Active);

    /// <summary>Still in use, and to be retired.</summary>
    public static ModelLifecycle Deprecated { get; } = new(Known.Deprecated);

    /// <summary>Not to be used any more.</summary>
    public static ModelLifecycle Retired { get; } = new(Known.Retired);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static ModelLifecycle IOpenEnum<ModelLifecycle>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>In use.</summary>
        public const string Active = "active";

        /// <summary>Still in use, and to be retired.</summary>
        public const string Deprecated = "deprecated";

        /// <summary>Not to be used any more.</summary>
        public const string Retired = "retired";
    }
}
