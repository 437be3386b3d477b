using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Lists user profiles by creation time or by name.</summary>
internal static class UserProfileList
{
    public static JsonObject Page(ApiCall call, IEnumerable<UserProfileState> profiles, DateTimeOffset now)
    {
        var statuses = call.Query.Texts("enforcement_status").ToHashSet(StringComparer.Ordinal);
        var matching = profiles.Where(profile => statuses.Count == 0 || statuses.Contains(profile.EnforcementStatus(now)));
        return call.Query.Text("order_by") == "name"
            ? ByName(call, matching, now)
            : new ResourceList(call).Page(matching, profile => UserProfileView.Show(profile, call, now));
    }

    private static JsonObject ByName(ApiCall call, IEnumerable<UserProfileState> profiles, DateTimeOffset now)
    {
        var limit = ResourceList.Limit(call);
        var descending = call.Query.Text("order") != "asc";
        var list = $"{call.Operation.Id} by name {(descending ? "desc" : "asc")}";
        var after = call.Query.Text("page") is { } page ? TextCursor.Parse(page, list) : null;
        var ordered = profiles
            .Select(static profile => (Key: Key(profile), Profile: profile))
            .Where(entry => after is null || (descending ? string.CompareOrdinal(entry.Key, after) < 0 : string.CompareOrdinal(entry.Key, after) > 0))
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .ToList();
        if (descending)
        {
            ordered.Reverse();
        }

        return new JsonObject
        {
            ["data"] = new JsonArray([.. ordered.Take(limit).Select(entry => UserProfileView.Show(entry.Profile, call, now))]),
            ["next_page"] = ordered.Count > limit ? TextCursor.Create(list, ordered[limit - 1].Key) : null,
        };
    }

    // Names are not unique, so creation order breaks ties. A profile without a name sorts as if its name were empty.
    private static string Key(UserProfileState profile) => $"{profile.Name}\n{profile.Sequence:D19}";
}
