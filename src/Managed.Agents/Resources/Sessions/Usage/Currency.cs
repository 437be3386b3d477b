// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A currency as an ISO 4217 code.</summary>
[JsonConverter(typeof(OpenEnumConverter<Currency>))]
public readonly record struct Currency : IOpenEnum<Currency>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public Currency(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>US dollars.</summary>
    public static Currency Usd { get; } = new(Known.Usd);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static Currency IOpenEnum<Currency>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>US dollars.</summary>
        public const string Usd = "USD";
    }
}
