using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A list in a request for which "left out", null and empty differ: left out keeps, null or <c>[]</c> clears, items replace.</summary>
/// <remarks>Assign a collection expression (<c>[a, b]</c>, <c>[.. list]</c>) or null. Reads as an empty list when left out or null.</remarks>
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

    /// <summary>Whether the list is sent at all.</summary>
    public bool IsSpecified { get; }

    /// <summary>Whether null is sent.</summary>
    public bool IsNull => IsSpecified && _items is null;

    /// <inheritdoc/>
    public int Count => _items?.Count ?? 0;

    /// <inheritdoc/>
    public T this[int index] => _items is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _items[index];

    /// <summary>Makes a list that is sent.</summary>
    /// <param name="items">The items; null clears the list at the API.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "OptionalList.Create is the alternate.")]
    public static implicit operator OptionalList<T>(T[]? items) => new(items);

    /// <summary>Compares by content.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    /// <returns>Whether both are left out, both null, or hold equal items.</returns>
    public static bool operator ==(OptionalList<T> left, OptionalList<T> right) => left.Equals(right);

    /// <summary>Compares by content.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    /// <returns>The opposite of equality.</returns>
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

/// <summary>Makes <see cref="OptionalList{T}"/> from a collection expression.</summary>
public static class OptionalList
{
    /// <summary>Makes a list that is sent.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items; none clears the list at the API.</param>
    /// <returns>The list.</returns>
    public static OptionalList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
