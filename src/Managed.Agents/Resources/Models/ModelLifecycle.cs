// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>The lifecycle state of a model.</summary>
[JsonConverter(typeof(OpenEnumConverter<ModelLifecycle>))]
public readonly record struct ModelLifecycle : IOpenEnum<ModelLifecycle>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ModelLifecycle(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The model is in use.</summary>
    public static ModelLifecycle Active { get; } = new(Known.Active);

    /// <summary>The model can still be used but will be retired.</summary>
    public static ModelLifecycle Deprecated { get; } = new(Known.Deprecated);

    /// <summary>The model can no longer be used.</summary>
    public static ModelLifecycle Retired { get; } = new(Known.Retired);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ModelLifecycle IOpenEnum<ModelLifecycle>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The model is in use.</summary>
        public const string Active = "active";

        /// <summary>The model can still be used but will be retired.</summary>
        public const string Deprecated = "deprecated";

        /// <summary>The model can no longer be used.</summary>
        public const string Retired = "retired";
    }
}
