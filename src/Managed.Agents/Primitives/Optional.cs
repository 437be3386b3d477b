using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A field of an update: left out (the API keeps what it has), null (the API clears it), or a value.</summary>
/// <remarks>Assign a value or null directly; what is not assigned is left out.</remarks>
/// <typeparam name="T">The type of the field.</typeparam>
[JsonConverter(typeof(OptionalConverterFactory))]
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Omitted is a value of the type.")]
public readonly record struct Optional<T> : IOptional
{
    private readonly T? _value;

    /// <summary>Makes a field that is sent.</summary>
    /// <param name="value">What is sent; null clears the field.</param>
    public Optional(T? value)
    {
        _value = value;
        IsSpecified = true;
    }

    /// <summary>The field left out, the same as <c>default</c>.</summary>
    public static Optional<T> Omitted => default;

    /// <summary>Whether the field is sent at all.</summary>
    public bool IsSpecified { get; }

    /// <summary>What is sent.</summary>
    /// <value>Null both when null is sent and when the field is left out; <see cref="IsSpecified"/> tells.</value>
    public T? Value => _value;

    /// <summary>Makes a field that is sent.</summary>
    /// <param name="value">What is sent; null clears the field.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the alternate.")]
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>The value as text.</summary>
    /// <returns>Empty for null and for a field left out.</returns>
    public override string ToString() => _value?.ToString() ?? "";
}
