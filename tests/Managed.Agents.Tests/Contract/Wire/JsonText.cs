using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Tests.Contract;

/// <summary>Reads and compares JSON strictly: numbers as written, no duplicate fields.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 256 };

    public static JsonNode? Parse(string text) => JsonNode.Parse(text, null, Strict);

    /// <summary>Returns a copy as if it had been parsed.</summary>
    public static JsonNode? Normalize(JsonNode? node) => node is null ? null : Parse(node.ToJsonString());

    public static bool AreEqual(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(entry => b.TryGetPropertyValue(entry.Key, out var other) && AreEqual(entry.Value, other)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(static pair => AreEqual(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) => a.GetValueKind() == b.GetValueKind()
            && (a.GetValueKind() == JsonValueKind.String ? a.GetValue<string>() == b.GetValue<string>() : a.ToJsonString() == b.ToJsonString()),
        _ => false,
    };

    /// <summary>Returns the JSON for a message, truncated if it is long.</summary>
    public static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 160 ? text[..160] + "…" : text;
    }
}
