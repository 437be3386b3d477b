using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether a tool call that waits for permission may run.</summary>
[JsonConverter(typeof(OpenEnumConverter<ToolConfirmationResult>))]
public readonly record struct ToolConfirmationResult : IOpenEnum<ToolConfirmationResult>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public ToolConfirmationResult(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>It may run.</summary>
    public static ToolConfirmationResult Allow { get; } = new(Known.Allow);

    /// <summary>It must not run.</summary>
    public static ToolConfirmationResult Deny { get; } = new(Known.Deny);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static ToolConfirmationResult IOpenEnum<ToolConfirmationResult>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>It may run.</summary>
        public const string Allow = "allow";

        /// <summary>It must not run.</summary>
        public const string Deny = "deny";
    }
}
