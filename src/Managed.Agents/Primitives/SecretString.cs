using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A secret that is sent to or received from the API. It is never printed, logged or stored by accident.</summary>
/// <remarks>
/// Assign a string directly. <see cref="ToString"/> returns three asterisks, and only the serializer options that the library uses
/// for requests write the value. <see cref="Reveal"/> is the only way to read it.
/// </remarks>
[JsonConverter(typeof(SecretStringConverter))]
public sealed class SecretString : IEquatable<SecretString>
{
    private readonly string _value;

    /// <summary>Initializes a new instance of the <see cref="SecretString"/> class.</summary>
    /// <param name="value">The secret.</param>
    public SecretString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Converts a string to a secret.</summary>
    /// <param name="value">The secret.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the alternate.")]
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SecretString?(string? value) => value is null ? null : new(value);

    /// <summary>Returns the secret in plain text. Do not log it.</summary>
    /// <returns>The secret.</returns>
    public string Reveal() => _value;

    /// <summary>Returns three asterisks for every secret.</summary>
    /// <returns>The mask.</returns>
    public override string ToString() => "***";

    /// <inheritdoc/>
    public bool Equals(SecretString? other) => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretString);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);
}

/// <summary>Reads a secret but never writes it. For requests, <see cref="ApiTypeResolver"/> replaces it with <see cref="RevealedSecretConverter"/>.</summary>
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
