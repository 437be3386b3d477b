using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the model of an agent, and its defaults.</summary>
internal static class ModelRules
{
    private static readonly string[] Fast = ["claude-opus-5-5", "claude-opus-5", "claude-opus-4-8"];
    private static readonly string[] MidConversationSystem =
    [
        "claude-opus-4-8", "claude-opus-5", "claude-opus-5-5", "claude-fable-5", "claude-fable-5-1", "claude-mythos-5", "claude-mythos-5-1", "claude-sonnet-5-5", "claude-haiku-5-5",
    ];

    public static bool TakesMidConversationSystem(string model) => MidConversationSystem.Contains(model);

    /// <summary>Returns the stored form of a model. It replaces the stored model, except that the effort is kept when the id stays the same.</summary>
    public static JsonObject Normalize(JsonNode sent, JsonObject? stored, string path)
    {
        var config = sent as JsonObject ?? new JsonObject { ["id"] = sent.GetValue<string>() };
        var id = config.Text("id")!;
        if (!id.StartsWith("claude-", StringComparison.Ordinal))
        {
            throw ApiError.InvalidRequest($"{path}: unknown model \"{id}\".");
        }

        var speed = config.Text("speed") ?? "standard";
        if (speed == "fast" && !Fast.Contains(id))
        {
            throw ApiError.InvalidRequest($"{path}.speed: {id} does not support fast mode; supported models: {string.Join(", ", Fast)}.");
        }

        var model = new JsonObject { ["id"] = id, ["effort"] = Effort(config["effort"], id, stored), ["speed"] = speed };
        if (config.Text("inference_geo") is { } geo)
        {
            model["inference_geo"] = geo is "us" or "global" ? geo : throw ApiError.InvalidRequest($"{path}.inference_geo: must be us or global.");
        }

        return model;
    }

    private static JsonObject Effort(JsonNode? sent, string id, JsonObject? stored) => sent switch
    {
        JsonObject effort => effort.Copy(),
        JsonValue level => Json.Typed(level.GetValue<string>()),
        _ when stored.Text("id") == id => stored!["effort"]!.AsObject().Copy(),
        _ => Json.Typed(id == "claude-haiku-5-5" ? "medium" : "high"),
    };
}
