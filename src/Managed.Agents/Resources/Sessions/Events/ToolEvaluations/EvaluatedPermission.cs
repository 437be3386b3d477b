// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The permission decision for a tool call.</summary>
[JsonConverter(typeof(OpenEnumConverter<EvaluatedPermission>))]
public readonly record struct EvaluatedPermission : IOpenEnum<EvaluatedPermission>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EvaluatedPermission(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The call is allowed.</summary>
    public static EvaluatedPermission Allow { get; } = new(Known.Allow);

    /// <summary>The call waits for the client to allow or deny it.</summary>
    public static EvaluatedPermission Ask { get; } = new(Known.Ask);

    /// <summary>The call is denied, and the agent is informed.</summary>
    public static EvaluatedPermission Deny { get; } = new(Known.Deny);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static EvaluatedPermission IOpenEnum<EvaluatedPermission>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The call is allowed.</summary>
        public const string Allow = "allow";

        /// <summary>The call waits for the client to allow or deny it.</summary>
        public const string Ask = "ask";

        /// <summary>The call is denied, and the agent is informed.</summary>
        public const string Deny = "deny";
    }
}
