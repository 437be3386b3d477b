namespace Managed.Agents.Emulator;

/// <summary>Items with their places, for error messages that name the place. (Enumerable.Index is not in .NET 8.)</summary>
internal static class Numbering
{
    public static IEnumerable<(int Index, T Item)> Numbered<T>(this IEnumerable<T> items) => items.Select(static (item, index) => (index, item));
}
