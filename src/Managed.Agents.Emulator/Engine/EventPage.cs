using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>
/// One page of a history, ordered by <c>processed_at</c> with queued inputs last. A cursor holds a position in both lists. An input that is
/// processed between two pages moves and may appear twice, but no event is left out.
/// </summary>
internal sealed class EventPage
{
    private readonly ApiCall _call;
    private readonly HistoryView _view;
    private readonly List<StoredEvent> _processed;
    private readonly List<(long Arrival, StoredEvent Event)> _waiting;
    private readonly bool _descending;
    private readonly CreatedFilter _filter;
    private readonly HashSet<string> _types;

    // The number of visible events in both lists.
    private readonly int _processedCount;
    private readonly int _waitingCount;

    public EventPage(ApiCall call, HistoryView view, List<StoredEvent> processed, List<(long Arrival, StoredEvent Event)> waiting)
    {
        _call = call;
        _view = view;
        _processed = processed;
        _waiting = waiting;
        _descending = call.Query.Text("order") == "desc";
        _filter = new CreatedFilter(call.Query);
        _types = [.. call.Query.Texts("types")];
        _waitingCount = Math.Max(0, Math.Min(waiting.Count - view.HiddenEvents, CountVisible(waiting.Count, i => waiting[i].Event)));
        _processedCount = Math.Max(0, Math.Min(processed.Count - Math.Max(0, view.HiddenEvents - waiting.Count), CountVisible(processed.Count, i => processed[i])));
    }

    public JsonObject ToJson()
    {
        var limit = ResourceList.Limit(_call, maximum: 1000);
        var page = _call.Query.Text("page");
        var start = HistoryView.RequestedPage(page) is { } cursor
            ? PageCursor.Parse(cursor, _call.Operation.Id, _descending)
            : new PageCursor(_call.Operation.Id, _descending, Backwards: false, _descending ? long.MaxValue : 0, _descending ? long.MaxValue : 0);
        return _view.IsEmptied
            ? new JsonObject { ["data"] = new JsonArray(), ["next_page"] = HistoryView.AfterEmpty(page) }
            : Page(start, limit);
    }

    private JsonObject Page(PageCursor start, int limit)
    {
        var data = new JsonArray();
        PageCursor? next = null;
        foreach (var (stored, after) in _descending ? Descending(start) : Ascending(start))
        {
            if (data.Count == limit)
            {
                next = start;
                break;
            }

            data.Add((JsonNode)ToJson(stored));
            start = after;
        }

        return new JsonObject { ["data"] = data, ["next_page"] = next?.ToString() };
    }

    // Searched from the end, because only a few of the newest events are too recent.
    private int CountVisible(int count, Func<int, StoredEvent> stored)
    {
        while (count > 0 && stored(count - 1).StoredAt > _view.HiddenAfter)
        {
            count--;
        }

        return count;
    }

    private JsonObject ToJson(StoredEvent stored)
    {
        var content = stored.ToJson();
        if (_view.ShowsUnprocessed && stored.IsInput)
        {
            content["processed_at"] = null;
        }

        return content;
    }

    private bool Includes(StoredEvent stored) =>
        (_types.Count == 0 || _types.Contains(stored.Type))
        && (_filter.IsEmpty || (stored.ProcessedAt is { } at && _filter.Includes(at)));

    // The events are in the order of their processing time, so the beginning of a long history does not have to be read.
    private int FirstInTime()
    {
        var (low, high) = (0, _filter.IsEmpty ? 0 : _processedCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _filter.IsTooEarly(_processed[middle].ProcessedAt!.Value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private IEnumerable<(StoredEvent, PageCursor)> Ascending(PageCursor start)
    {
        // A cursor is created only for an event of the page: a long history has many others.
        for (var i = Math.Max(start.Key, FirstInTime()); i < _processedCount; i++)
        {
            if (Includes(_processed[(int)i]))
            {
                yield return (_processed[(int)i], start with { Key = i + 1 });
            }
        }

        foreach (var (arrival, stored) in _waiting.Take(_waitingCount).Where(entry => entry.Arrival > start.Extra && Includes(entry.Event)))
        {
            yield return (stored, start with { Key = _processedCount, Extra = arrival });
        }
    }

    private IEnumerable<(StoredEvent, PageCursor)> Descending(PageCursor start)
    {
        foreach (var (arrival, stored) in _waiting.Take(_waitingCount).Where(entry => entry.Arrival < start.Extra && Includes(entry.Event)).Reverse())
        {
            yield return (stored, start with { Extra = arrival });
        }

        for (var i = Math.Min(start.Key, _processedCount); i > 0; i--)
        {
            if (Includes(_processed[(int)i - 1]))
            {
                yield return (_processed[(int)i - 1], start with { Key = i - 1, Extra = 0 });
            }
        }
    }
}
