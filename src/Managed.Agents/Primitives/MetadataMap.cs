using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>
/// A map of string keys to values that is compared by content. The base of <see cref="Metadata"/> and <see cref="MetadataUpdate"/>.
/// </summary>
/// <remarks>An instance that you create can be changed. The one that a record holds is a read-only copy.</remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The base of types that have the API's own word.")]
public abstract class MetadataMap<TValue> : IDictionary<string, TValue>, IReadOnlyDictionary<string, TValue>, IEquatable<MetadataMap<TValue>>
{
    private readonly Dictionary<string, TValue> _entries = new(StringComparer.Ordinal);
    private bool _isReadOnly;

    private protected MetadataMap()
    {
    }

    private protected MetadataMap(IEnumerable<KeyValuePair<string, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (key, value) in entries)
        {
            _entries.Add(key, value);
        }
    }

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>Whether the instance is read-only, as in every record of the API.</summary>
    public bool IsReadOnly => _isReadOnly;

    /// <summary>The keys.</summary>
    public ICollection<string> Keys => _entries.Keys;

    /// <summary>The values.</summary>
    public ICollection<TValue> Values => _entries.Values;

    IEnumerable<string> IReadOnlyDictionary<string, TValue>.Keys => _entries.Keys;

    IEnumerable<TValue> IReadOnlyDictionary<string, TValue>.Values => _entries.Values;

    /// <summary>Gets or sets the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">On get: there is no such key.</exception>
    /// <exception cref="InvalidOperationException">On set: the instance is read-only.</exception>
    public TValue this[string key]
    {
        get => _entries[key];
        set => Writable()[key] = value;
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The key exists already.</exception>
    /// <exception cref="InvalidOperationException">The instance is read-only.</exception>
    public void Add(string key, TValue value) => Writable().Add(key, value);

    /// <summary>Removes an entry.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was such an entry.</returns>
    /// <exception cref="InvalidOperationException">The instance is read-only.</exception>
    public bool Remove(string key) => Writable().Remove(key);

    /// <summary>Removes all entries.</summary>
    /// <exception cref="InvalidOperationException">The instance is read-only.</exception>
    public void Clear() => Writable().Clear();

    /// <summary>Returns whether there is an entry with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether the key exists.</returns>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>Gets the value of a key if there is one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the key exists.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value) => _entries.TryGetValue(key, out value);

    void ICollection<KeyValuePair<string, TValue>>.Add(KeyValuePair<string, TValue> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, TValue>>.Contains(KeyValuePair<string, TValue> item) =>
        ((ICollection<KeyValuePair<string, TValue>>)_entries).Contains(item);

    void ICollection<KeyValuePair<string, TValue>>.CopyTo(KeyValuePair<string, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, TValue>>)_entries).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, TValue>>.Remove(KeyValuePair<string, TValue> item) =>
        ((ICollection<KeyValuePair<string, TValue>>)Writable()).Remove(item);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Compares the entries, in any order.</summary>
    /// <param name="other">The other instance.</param>
    /// <returns>Whether both have the same entries.</returns>
    public bool Equals(MetadataMap<TValue>? other) =>
        other is not null
        && Count == other.Count
        && _entries.All(entry => other.TryGetValue(entry.Key, out var value) && EqualityComparer<TValue>.Default.Equals(entry.Value, value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetadataMap<TValue>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // The order of the entries does not count, so their hashes are added up.
        var hash = 0;
        foreach (var (key, value) in _entries)
        {
            hash = unchecked(hash + HashCode.Combine(key, value));
        }

        return hash;
    }

    private protected void MakeReadOnly() => _isReadOnly = true;

    private Dictionary<string, TValue> Writable() =>
        _isReadOnly
            ? throw new InvalidOperationException($"The metadata of a record is read-only. Copy it with new {GetType().Name}(metadata), change the copy, and set it with a 'with' expression.")
            : _entries;
}
