using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Lists memories by path: everything under a prefix, or only its direct children, with deeper memories grouped into prefixes.</summary>
internal static class MemoryList
{
    public static JsonObject Page(ApiCall call, IEnumerable<MemoryState> memories)
    {
        var limit = MemoryView.Limit(call);
        var full = MemoryView.IsFull(call);
        var prefix = MemoryPath.CheckPrefix(call.Query.Text("path_prefix")) ?? "/";
        var grouped = Depth(call) == 1;
        var after = call.Query.Text("page") is { } page ? TextCursor.Parse(page, call.Operation.Id) : null;

        var entries = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var memory in memories.Where(memory => memory.Path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var slash = grouped ? memory.Path.IndexOf('/', prefix.Length) : -1;
            var path = slash < 0 ? memory.Path : memory.Path[..(slash + 1)];
            if (after is null || string.CompareOrdinal(path, after) > 0)
            {
                entries[path] = slash < 0 ? memory.ToJson(full) : new JsonObject { ["type"] = "memory_prefix", ["path"] = path };
            }
        }

        return new JsonObject
        {
            ["data"] = new JsonArray([.. entries.Values.Take(limit)]),
            ["next_page"] = entries.Count > limit ? TextCursor.Create(call.Operation.Id, entries.Keys.ElementAt(limit - 1)) : null,
        };
    }

    private static long Depth(ApiCall call)
    {
        var depth = call.Query.Number("depth") ?? 0;
        return depth is 0 or 1 ? depth : throw ApiError.InvalidRequest($"depth: must be 0 or 1, got {depth}.");
    }
}
