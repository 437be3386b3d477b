using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A resource that appears in lists, ordered by its creation.</summary>
internal interface IListed
{
    long Sequence { get; }

    DateTimeOffset CreatedAt { get; }
}

/// <summary>Creates the pages of a list of resources: order, limit, cursor and the filter on <c>created_at</c>.</summary>
internal sealed class ResourceList(ApiCall call, bool descending = true)
{
    private readonly bool _descending = call.Query.Text("order") is { } order ? order == "desc" : descending;

    public static int Limit(ApiCall call, int maximum = 100)
    {
        var limit = call.Query.Number("limit") ?? 20;
        return limit >= 1 && limit <= maximum ? (int)limit : throw ApiError.InvalidRequest($"limit: must be between 1 and {maximum}.");
    }

    public JsonObject Page<T>(IEnumerable<T> items, Func<T, JsonNode> render, bool bothWays = false, int? limit = null)
        where T : IListed
    {
        var length = limit ?? Limit(call);
        var cursor = call.Query.Text("page") is { } page ? PageCursor.Parse(page, call.Operation.Id, _descending) : null;
        var filter = new CreatedFilter(call.Query);
        if (cursor is not null && !filter.Includes(new DateTimeOffset(cursor.Extra, TimeSpan.Zero)))
        {
            throw ApiError.InvalidRequest("page: the cursor is outside the created_at filter.");
        }

        var ordered = items.Where(item => filter.Includes(item.CreatedAt)).OrderBy(item => _descending ? -item.Sequence : item.Sequence).ToList();
        var start = Start(ordered, cursor, length);
        var shown = ordered.Skip(start).Take(length).ToList();
        var answer = new JsonObject
        {
            ["data"] = new JsonArray([.. shown.Select(render)]),
            ["next_page"] = start + shown.Count < ordered.Count && shown.Count > 0 ? Cursor(shown[^1], backwards: false) : null,
        };
        if (bothWays)
        {
            answer["prev_page"] = start > 0 && shown.Count > 0 ? Cursor(shown[0], backwards: true) : null;
        }

        return answer;
    }

    private int Start<T>(List<T> ordered, PageCursor? cursor, int limit)
        where T : IListed
    {
        if (cursor is null)
        {
            return 0;
        }

        // The item of the cursor may have been deleted; only its position counts.
        var before = ordered.Count(item => _descending ? item.Sequence > cursor.Key : item.Sequence < cursor.Key);
        var atCursor = ordered.Any(item => item.Sequence == cursor.Key) ? 1 : 0;
        return cursor.Backwards ? Math.Max(0, before - limit) : before + atCursor;
    }

    private string Cursor(IListed item, bool backwards) =>
        new PageCursor(call.Operation.Id, _descending, backwards, item.Sequence, item.CreatedAt.UtcTicks).ToString();
}
