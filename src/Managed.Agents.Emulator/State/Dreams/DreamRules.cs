using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for a new dream.</summary>
internal static class DreamRules
{
    public static JsonObject Input(JsonObject body, string type)
    {
        List<JsonObject> found = [.. body.Objects("inputs").Where(input => input.Text("type") == type)];
        return found is [var one] ? one : throw ApiError.InvalidRequest($"inputs: must have exactly one memory_store and one sessions entry, got {found.Count} of type {type}.");
    }

    public static JsonObject Model(JsonNode sent)
    {
        var config = sent as JsonObject ?? new JsonObject { ["id"] = sent.GetValue<string>() };
        var id = config.Text("id")!;
        if (!id.StartsWith("claude-", StringComparison.Ordinal))
        {
            throw ApiError.InvalidRequest($"model: unknown model \"{id}\".");
        }

        return config.Text("speed") is "fast"
            ? throw ApiError.InvalidRequest("model.speed: dreams support standard only.")
            : new JsonObject { ["id"] = id, ["speed"] = "standard" };
    }

    public static bool UpdatesStore(JsonObject? behavior, string storeId)
    {
        if (behavior.Text("type") != "update_existing")
        {
            return false;
        }

        return behavior.Text("memory_store_id") == storeId
            ? true
            : throw ApiError.InvalidRequest($"output_behavior.memory_store_id: must be the memory store of the inputs, {storeId}.");
    }
}
