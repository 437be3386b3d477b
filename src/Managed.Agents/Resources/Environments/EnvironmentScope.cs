// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The owner of an environment.</summary>
[JsonConverter(typeof(OpenEnumConverter<EnvironmentScope>))]
public readonly record struct EnvironmentScope : IOpenEnum<EnvironmentScope>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EnvironmentScope(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The environment belongs to the organization. API organizations support only this scope.</summary>
    public static EnvironmentScope Organization { get; } = new(Known.Organization);

    /// <summary>The environment belongs to a single account.</summary>
    public static EnvironmentScope Account { get; } = new(Known.Account);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static EnvironmentScope IOpenEnum<EnvironmentScope>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The environment belongs to the organization. API organizations support only this scope.</summary>
        public const string Organization = "organization";

        /// <summary>The environment belongs to a single account.</summary>
        public const string Account = "account";
    }
}
