using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Helpers to read and write JSON nodes that were already checked against the contract.</summary>
internal static class Json
{
    // Text is not written as \u escapes, so that clients receive multi-byte characters.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static JsonNode? TimeOrNull(DateTimeOffset? time) => time is null ? null : Time(time.Value);

    public static bool Has(this JsonObject owner, string name) => owner.ContainsKey(name);

    /// <summary>Returns the text of a field, or null when it is absent or null.</summary>
    public static string? Text(this JsonNode? owner, string name) => (owner as JsonObject)?[name]?.GetValue<string>();

    public static bool? Flag(this JsonNode? owner, string name) => (owner as JsonObject)?[name]?.GetValue<bool>();

    // A node created in code only converts to its own type; a parsed node converts to any number type.
    public static long? Number(this JsonNode? owner, string name) =>
        (owner as JsonObject)?[name] is not JsonValue value ? null : value.TryGetValue(out long number) ? number : value.GetValue<int>();

    public static JsonArray List(this JsonNode? owner, string name) => (owner as JsonObject)?[name] as JsonArray ?? [];

    public static IEnumerable<JsonObject> Objects(this JsonNode? owner, string name) => owner.List(name).OfType<JsonObject>();

    public static IEnumerable<string> Texts(this JsonNode? owner, string name) => owner.List(name).Select(static item => item!.GetValue<string>());

    public static JsonObject Copy(this JsonObject node) => node.DeepClone().AsObject();

    public static JsonArray Copy(this JsonArray node) => node.DeepClone().AsArray();

    public static JsonObject Typed(string type) => new() { ["type"] = type };

    public static byte[] Bytes(JsonNode? node)
    {
        if (node is null)
        {
            return "null"u8.ToArray();
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            node.WriteTo(writer);
        }

        return buffer.ToArray();
    }
}
