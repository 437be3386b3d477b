using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A secret that the API takes or hands out: it is sent to the API, and never printed, logged or stored by accident.</summary>
/// <remarks>
/// Assign a string directly. <see cref="ToString"/> gives three asterisks, and no serializer options but the library's own for
/// requests write the value. <see cref="Reveal"/> is the one way to read it.
/// </remarks>
[JsonConverter(typeof(SecretStringConverter))]
public sealed class SecretString : IEquatable<SecretString>
{
    private readonly string _value;

    /// <summary>Wraps a secret.</summary>
    /// <param name="value">The secret.</param>
    public SecretString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Wraps a secret.</summary>
    /// <param name="value">The secret.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the alternate.")]
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SecretString?(string? value) => value is null ? null : new(value);

    /// <summary>The secret itself. Do not log it.</summary>
    /// <returns>The secret.</returns>
    public string Reveal() => _value;

    /// <summary>Three asterisks, whatever the secret is.</summary>
    /// <returns>The mask.</returns>
    public override string ToString() => "***";

    /// <inheritdoc/>
    public bool Equals(SecretString? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretString);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);
}

/// <summary>Reads a secret and never writes it; <see cref="ApiTypeResolver"/> puts a writing one in its place for requests.</summary>
internal sealed class SecretStringConverter : JsonConverter<SecretString>
{
    public override SecretString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options) => writer.WriteNullValue();
}

/// <summary>Writes a secret into a request.</summary>
internal sealed class RevealedSecretConverter : JsonConverter<SecretString>
{
    public override SecretString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
