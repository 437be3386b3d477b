using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>A page of a history: ordered by time, with queued inputs last. An input that was queued is listed once, as it is now.</summary>
internal static class RecordedPage
{
    public static JsonObject Of(IEnumerable<RecordedEvent> visible, Dictionary<string, StringValues> query)
    {
        var all = visible.ToList();
        var listed = all.Where((one, place) => !all.Skip(place + 1).Any(later => later.Id == one.Id))
            .Where(one => Includes(one, query))
            .OrderBy(static one => one.ProcessedAt is null).ThenBy(static one => one.ProcessedAt).ToList();
        if (query.GetValueOrDefault("order") == "desc")
        {
            listed.Reverse();
        }

        var start = int.Parse(query.GetValueOrDefault("page", "0")!, CultureInfo.InvariantCulture);
        var limit = int.Parse(query.GetValueOrDefault("limit", "20")!, CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["data"] = new JsonArray([.. listed.Skip(start).Take(limit).Select(static one => JsonNode.Parse(one.Json))]),
            ["next_page"] = start + limit < listed.Count ? (start + limit).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static bool Includes(RecordedEvent one, Dictionary<string, StringValues> query) =>
        (!query.TryGetValue("types[]", out var types) || types.Contains(one.Type))
        && (Time(query, "created_at[gte]") is not { } from || one.ProcessedAt >= from)
        && (Time(query, "created_at[lte]") is not { } until || one.ProcessedAt <= until);

    private static DateTimeOffset? Time(Dictionary<string, StringValues> query, string name) =>
        query.TryGetValue(name, out var value) ? DateTimeOffset.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
}
