using System.Buffers;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Builds the replaced parts of an input. Unchanged parts keep their exact text.</summary>
internal static class InputJson
{
    /// <summary>Deeper than any input with a string that was replaced by its content.</summary>
    private const int MaxDepth = 512;

    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    public static JsonElement Parse(string json) => Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Parses the object or array that a string contains, or returns null if it contains anything else.</summary>
    public static JsonElement? TryParse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            var content = JsonElement.ParseValue(ref reader);
            return reader.Read() ? null : content;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement Object(IReadOnlyList<(string Name, JsonElement Value)> members) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }

        writer.WriteEndObject();
    });

    public static JsonElement Array(IReadOnlyList<JsonElement> items) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteRawValue(item.GetRawText(), skipInputValidation: true);
        }

        writer.WriteEndArray();
    });

    private static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return Read(buffer.WrittenSpan);
    }

    private static JsonElement Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }
}
