// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The answer to a tool call that waits for permission.</summary>
[JsonConverter(typeof(OpenEnumConverter<ToolConfirmationResult>))]
public readonly record struct ToolConfirmationResult : IOpenEnum<ToolConfirmationResult>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ToolConfirmationResult(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The call is allowed.</summary>
    public static ToolConfirmationResult Allow { get; } = new(Known.Allow);

    /// <summary>The call is denied.</summary>
    public static ToolConfirmationResult Deny { get; } = new(Known.Deny);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static ToolConfirmationResult IOpenEnum<ToolConfirmationResult>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The call is allowed.</summary>
        public const string Allow = "allow";

        /// <summary>The call is denied.</summary>
        public const string Deny = "deny";
    }
}
