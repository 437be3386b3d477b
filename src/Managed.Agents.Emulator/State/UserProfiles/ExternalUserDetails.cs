using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>What a client reports about an end user. A value that is set can be replaced but not cleared.</summary>
internal static class ExternalUserDetails
{
    private static readonly string[] Names = ["account_status", "country", "email_hash", "entity_type", "name_hash", "onboarded_at", "reference_id"];

    public static JsonObject Empty()
    {
        var details = new JsonObject();
        foreach (var name in Names)
        {
            details[name] = null;
        }

        return details;
    }

    public static JsonObject Merge(JsonObject stored, JsonObject? sent, DateTimeOffset now)
    {
        var merged = stored.Copy();
        foreach (var (name, value) in sent ?? [])
        {
            if (value is null && stored[name] is not null)
            {
                throw ApiError.InvalidRequest($"external_user_details.{name}: cannot be cleared.");
            }

            merged[name] = name == "onboarded_at" && value is not null
                ? Json.Time(OnboardedAt(value.GetValue<string>(), "external_user_details.onboarded_at", now))
                : value?.DeepClone();
        }

        return merged;
    }

    public static DateTimeOffset OnboardedAt(string sent, string path, DateTimeOffset now) =>
        DateTimeShape.TryParse(sent, out var time) && time <= now.AddMinutes(1)
            ? time
            : throw ApiError.InvalidRequest($"{path}: must not be more than one minute in the future.");
}
