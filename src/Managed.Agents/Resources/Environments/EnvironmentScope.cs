using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Who an environment belongs to.</summary>
[JsonConverter(typeof(OpenEnumConverter<EnvironmentScope>))]
public readonly record struct EnvironmentScope : IOpenEnum<EnvironmentScope>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public EnvironmentScope(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The organization. Organizations of the API have no other scope.</summary>
    public static EnvironmentScope Organization { get; } = new(Known.Organization);

    /// <summary>One account.</summary>
    public static EnvironmentScope Account { get; } = new(Known.Account);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static EnvironmentScope IOpenEnum<EnvironmentScope>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The organization. Organizations of the API have no other scope.</summary>
        public const string Organization = "organization";

        /// <summary>One account.</summary>
        public const string Account = "account";
    }
}
