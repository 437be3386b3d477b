using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A field of an update that is omitted (the API keeps the stored value), <see langword="null"/> (the API clears it) or a value.</summary>
/// <remarks>Assign a value or <see langword="null"/> directly. A field that is not assigned is omitted.</remarks>
/// <typeparam name="T">The type of the field.</typeparam>
[JsonConverter(typeof(OptionalConverterFactory))]
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Omitted is a value of the type.")]
public readonly record struct Optional<T> : IOptional
{
    private readonly T? _value;

    /// <summary>Initializes a new instance of the <see cref="Optional{T}"/> struct with a value that is sent.</summary>
    /// <param name="value">The value to send; <see langword="null"/> clears the field.</param>
    public Optional(T? value)
    {
        _value = value;
        IsSpecified = true;
    }

    /// <summary>An omitted field, the same as <see langword="default"/>.</summary>
    public static Optional<T> Omitted => default;

    /// <summary>Whether the field is sent.</summary>
    public bool IsSpecified { get; }

    /// <summary>The value to send.</summary>
    /// <value><see langword="null"/> when <see langword="null"/> is sent and when the field is omitted. <see cref="IsSpecified"/> distinguishes the two.</value>
    public T? Value => _value;

    /// <summary>Converts a value to a field that is sent.</summary>
    /// <param name="value">The value to send; <see langword="null"/> clears the field.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the alternate.")]
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>Returns the value as text.</summary>
    /// <returns>The text of the value; empty when it is <see langword="null"/> or omitted.</returns>
    public override string ToString() => _value?.ToString() ?? "";
}
