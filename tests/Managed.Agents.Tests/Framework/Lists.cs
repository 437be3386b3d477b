namespace Managed.Agents.Tests.Framework;

/// <summary>Helpers for paged lists.</summary>
internal static class Lists
{
    public const string Empty = """{"data":[],"next_page":null}""";

    /// <summary>Reads a list to its end.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(this IAsyncEnumerable<T> list)
    {
        var items = new List<T>();
        await foreach (var item in list)
        {
            items.Add(item);
        }

        return items;
    }
}
