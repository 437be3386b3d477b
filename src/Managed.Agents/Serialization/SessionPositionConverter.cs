using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Serialization;

/// <summary>Reads and writes a <see cref="SessionPosition"/> in the same format under all options. Used by the serializer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionPositionConverter : JsonConverter<SessionPosition>
{
    private const int Version = 1;

    /// <inheritdoc/>
    public override SessionPosition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SessionPosition value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        Write(writer, value);
    }

    internal static SessionPosition Read(ref Utf8JsonReader reader)
    {
        var json = JsonElement.ParseValue(ref reader);
        try
        {
            var version = json.GetProperty("version").GetInt32();
            if (version != Version)
            {
                throw new JsonException($"its version is {version}, but this library supports only version {Version}.");
            }

            var start = json.GetProperty("from").GetInt64();
            return new SessionPosition(
                Text(json.GetProperty("session_id")),
                json.TryGetProperty("thread_id", out var thread) ? Text(thread) : null,
                [.. json.GetProperty("recent").EnumerateArray().Select(entry => (Text(entry[0]), checked(start + entry[1].GetInt64()))).TakeLast(DeliveredEvents.Capacity)],
                [.. json.GetProperty("queued").EnumerateArray().Select(Text)]);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new JsonException("a field is missing or invalid.", problem);
        }
    }

    internal static void Write(Utf8JsonWriter writer, SessionPosition value)
    {
        // Times are written in ticks relative to the earliest time, which is shorter than dates.
        var start = value.Recent.Count == 0 ? 0 : value.Recent.Min(static entry => entry.Time);
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, Version);
        writer.WriteString("session_id"u8, value.SessionId);
        if (value.ThreadId is not null)
        {
            writer.WriteString("thread_id"u8, value.ThreadId);
        }

        writer.WriteNumber("from"u8, start);
        writer.WriteStartArray("recent"u8);
        foreach (var (key, time) in value.Recent)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(key);
            writer.WriteNumberValue(time - start);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("queued"u8);
        foreach (var key in value.Queued)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Text(JsonElement json) =>
        json.GetString() is { Length: > 0 } text ? text : throw new FormatException("A string is missing or empty.");
}
