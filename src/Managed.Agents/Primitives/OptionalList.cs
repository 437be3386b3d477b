using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A list of a request that is omitted (the API keeps the stored list), <see langword="null"/> or <c>[]</c> (the API clears it), or replaced by the given items.</summary>
/// <remarks>Assign a collection expression (<c>[a, b]</c>, <c>[.. list]</c>) or <see langword="null"/>. An omitted or <see langword="null"/> list reads as an empty one.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(OptionalList), nameof(OptionalList.Create))]
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly struct OptionalList<T> : IReadOnlyList<T>, IEquatable<OptionalList<T>>, IOptional
{
    private readonly IReadOnlyList<T>? _items;

    internal OptionalList(IReadOnlyList<T>? items)
    {
        _items = items is null ? null : ReadOnlyCopy.OfList(items);
        IsSpecified = true;
    }

    /// <summary>Whether the list is sent.</summary>
    public bool IsSpecified { get; }

    /// <summary>Whether <see langword="null"/> is sent.</summary>
    public bool IsNull => IsSpecified && _items is null;

    /// <inheritdoc/>
    public int Count => _items?.Count ?? 0;

    /// <inheritdoc/>
    public T this[int index] => _items is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _items[index];

    /// <summary>Converts an array to a list that is sent.</summary>
    /// <param name="items">The items; <see langword="null"/> clears the stored list.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "OptionalList.Create is the alternate.")]
    public static implicit operator OptionalList<T>(T[]? items) => new(items);

    /// <summary>Compares two lists by content.</summary>
    /// <param name="left">The first list.</param>
    /// <param name="right">The second list.</param>
    /// <returns>Whether both lists are omitted, both are <see langword="null"/>, or both contain equal items.</returns>
    public static bool operator ==(OptionalList<T> left, OptionalList<T> right) => left.Equals(right);

    /// <summary>Compares two lists by content.</summary>
    /// <param name="left">The first list.</param>
    /// <param name="right">The second list.</param>
    /// <returns>Whether the lists differ.</returns>
    public static bool operator !=(OptionalList<T> left, OptionalList<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OptionalList<T> other) => IsSpecified == other.IsSpecified && Equals(_items, other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSpecified, _items);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => (_items ?? []).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Creates an <see cref="OptionalList{T}"/> from a collection expression.</summary>
public static class OptionalList
{
    /// <summary>Creates a list that is sent.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; an empty span clears the stored list.</param>
    /// <returns>The list.</returns>
    public static OptionalList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
