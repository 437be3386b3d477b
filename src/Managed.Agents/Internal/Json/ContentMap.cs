using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A dictionary with string keys and value equality. The order of the entries is ignored.</summary>
internal sealed class ContentMap<T>(IReadOnlyDictionary<string, T> source) : IReadOnlyDictionary<string, T>, IEquatable<ContentMap<T>>
{
    private readonly Dictionary<string, T> _entries = new(source, StringComparer.Ordinal);

    public int Count => _entries.Count;

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<T> Values => _entries.Values;

    public T this[string key] => _entries[key];

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    public bool Equals(ContentMap<T>? other) =>
        other is not null
        && Count == other.Count
        && _entries.All(entry => other.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(entry.Value, value));

    public override bool Equals(object? obj) => Equals(obj as ContentMap<T>);

    public override int GetHashCode()
    {
        // Addition makes the hash code independent of the order.
        var hash = 0;
        foreach (var (key, value) in _entries)
        {
            hash = unchecked(hash + HashCode.Combine(key, value));
        }

        return hash;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();
}
