using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Small readings of JSON nodes that already passed the contract.</summary>
internal static class Json
{
    // Text goes out as it is, not as \u escapes, so that readers meet characters of several bytes.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static JsonNode? TimeOrNull(DateTimeOffset? time) => time is null ? null : Time(time.Value);

    public static bool Has(this JsonObject owner, string name) => owner.ContainsKey(name);

    /// <summary>The text of a field, or null where it is absent or null.</summary>
    public static string? Text(this JsonNode? owner, string name) => (owner as JsonObject)?[name]?.GetValue<string>();

    public static bool? Flag(this JsonNode? owner, string name) => (owner as JsonObject)?[name]?.GetValue<bool>();

    // A node made here holds the very type it was made from; one that was parsed converts.
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
