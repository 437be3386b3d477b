// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The reason for an automatic permission decision.</summary>
[JsonConverter(typeof(OpenEnumConverter<PermissionReason>))]
public readonly record struct PermissionReason : IOpenEnum<PermissionReason>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public PermissionReason(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The call is high-risk.</summary>
    public static PermissionReason HighRisk { get; } = new(Known.HighRisk);

    /// <summary>The risk of the call could not be determined.</summary>
    public static PermissionReason Indeterminate { get; } = new(Known.Indeterminate);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static PermissionReason IOpenEnum<PermissionReason>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The call is high-risk.</summary>
        public const string HighRisk = "high_risk";

        /// <summary>The risk of the call could not be determined.</summary>
        public const string Indeterminate = "indeterminate";
    }
}
