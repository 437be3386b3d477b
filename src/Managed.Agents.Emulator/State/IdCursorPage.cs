using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Creates the pages of a list whose cursors are the ids of its items.</summary>
/// <param name="call">The request.</param>
/// <param name="sequenceOf">Returns the sequence number of an item, also of a deleted one, or null for an id that no item ever had.</param>
internal sealed class IdCursorPage(ApiCall call, Func<string, long?> sequenceOf)
{
    private readonly bool _descending = call.Query.Text("order") != "asc";

    public JsonObject ToJson<T>(IEnumerable<T> items, Func<T, JsonObject> render, int maximum = 100)
        where T : IListed
    {
        var limit = ResourceList.Limit(call, maximum);
        if (call.Query.Has("after_id") && call.Query.Has("before_id"))
        {
            throw ApiError.InvalidRequest("before_id: cannot be combined with after_id.");
        }

        var ordered = items.OrderBy(item => Position(item.Sequence)).ToList();
        var backwards = Cursor("before_id") is not null;
        if (Cursor("after_id") is { } after)
        {
            ordered.RemoveAll(item => Position(item.Sequence) <= after);
        }
        else if (Cursor("before_id") is { } before)
        {
            ordered.RemoveAll(item => Position(item.Sequence) >= before);
        }

        var shown = (backwards ? ordered.TakeLast(limit) : ordered.Take(limit)).Select(render).ToList();
        return new JsonObject
        {
            ["data"] = new JsonArray([.. shown]),
            ["has_more"] = ordered.Count > shown.Count,
            ["first_id"] = shown.FirstOrDefault().Text("id"),
            ["last_id"] = shown.LastOrDefault().Text("id"),
        };
    }

    private long Position(long sequence) => _descending ? -sequence : sequence;

    private long? Cursor(string name) => call.Query.Text(name) is not { } id ? null
        : sequenceOf(id) is { } sequence ? Position(sequence)
        : throw ApiError.InvalidRequest($"{name}: \"{id}\" is not the id of an item of this list.");
}
