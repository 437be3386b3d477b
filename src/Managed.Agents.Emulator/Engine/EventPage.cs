using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// One page of a history, ordered by <c>processed_at</c>, waiting inputs behind everything else. A cursor remembers its place among
/// both, so that an input which is processed between two pages moves, and may come twice, but nothing is ever left out.
/// </summary>
internal sealed class EventPage(ApiCall call, List<StoredEvent> processed, List<(long Arrival, StoredEvent Event)> waiting)
{
    private readonly bool _descending = call.Query.Text("order") == "desc";
    private readonly CreatedFilter _filter = new(call.Query);
    private readonly HashSet<string> _types = [.. call.Query.Texts("types")];

    public JsonObject ToJson()
    {
        var limit = ResourceList.Limit(call, maximum: 1000);
        var start = call.Query.Text("page") is { } page
            ? PageCursor.Parse(page, call.Operation.Id, _descending)
            : new PageCursor(call.Operation.Id, _descending, Backwards: false, _descending ? long.MaxValue : 0, _descending ? long.MaxValue : 0);

        var data = new JsonArray();
        PageCursor? next = null;
        foreach (var (stored, after) in _descending ? Descending(start) : Ascending(start))
        {
            if (!Includes(stored))
            {
                continue;
            }

            if (data.Count == limit)
            {
                next = start;
                break;
            }

            data.Add((JsonNode)stored.ToJson());
            start = after;
        }

        return new JsonObject { ["data"] = data, ["next_page"] = next?.ToString() };
    }

    private bool Includes(StoredEvent stored) =>
        (_types.Count == 0 || _types.Contains(stored.Type))
        && (_filter.IsEmpty || (stored.ProcessedAt is { } at && _filter.Includes(at)));

    private IEnumerable<(StoredEvent, PageCursor)> Ascending(PageCursor start)
    {
        for (var i = start.Key; i < processed.Count; i++)
        {
            yield return (processed[(int)i], start with { Key = i + 1 });
        }

        foreach (var (arrival, stored) in waiting.Where(entry => entry.Arrival > start.Extra))
        {
            yield return (stored, start with { Key = processed.Count, Extra = arrival });
        }
    }

    private IEnumerable<(StoredEvent, PageCursor)> Descending(PageCursor start)
    {
        foreach (var (arrival, stored) in waiting.Where(entry => entry.Arrival < start.Extra).Reverse())
        {
            yield return (stored, start with { Extra = arrival });
        }

        for (var i = Math.Min(start.Key, processed.Count); i > 0; i--)
        {
            yield return (processed[(int)i - 1], start with { Key = i - 1, Extra = 0 });
        }
    }
}
