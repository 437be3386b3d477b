using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>Copies collections that are assigned to a record, so that the record is immutable and compares by content.</summary>
internal static class ReadOnlyCopy
{
    public static IReadOnlyList<T> OfList<T>(IReadOnlyList<T>? items) => items switch
    {
        null or { Count: 0 } => [],
        ContentList<T> content => content,
        List<T> list => new ContentList<T>(list.ToArray()),
        _ => new ContentList<T>([.. items]),
    };

    public static IReadOnlyDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T>? entries) => entries switch
    {
        null or { Count: 0 } => ReadOnlyDictionary<string, T>.Empty,
        ContentMap<T> content => content,
        _ => new ContentMap<T>(entries),
    };

    public static IReadOnlyDictionary<string, T>? MapOrNull<T>(IReadOnlyDictionary<string, T>? entries) =>
        entries is null or { Count: 0 } ? null : Map(entries);
}
