namespace System.Linq;

/// <summary>The operators of .NET 9, for tests that are compiled for .NET 8.</summary>
internal static class EnumerableExtensions
{
    public static IEnumerable<(int Index, T Item)> Index<T>(this IEnumerable<T> items) => items.Select(static (item, index) => (index, item));

    public static IEnumerable<KeyValuePair<TKey, int>> CountBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> keyOf)
        where TKey : notnull =>
        items.GroupBy(keyOf).Select(static group => KeyValuePair.Create(group.Key, group.Count()));
}
