using System.Collections;

namespace Managed.Agents;

/// <summary>A list with value equality. Records store their lists in it, so that records compare by content.</summary>
internal sealed class ContentList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ContentList<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(ContentList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as ContentList<T>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    private T[] Items => items;
}
