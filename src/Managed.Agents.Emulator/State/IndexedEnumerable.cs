namespace Managed.Agents.Emulator;

/// <summary>Pairs items with their index, for error messages that name the position. Enumerable.Index is not available in .NET 8.</summary>
internal static class IndexedEnumerable
{
    public static IEnumerable<(int Index, T Item)> WithIndex<T>(this IEnumerable<T> items) => items.Select(static (item, index) => (index, item));
}
