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
            return Read(json);
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException("it is not a JSON object, or a field has the wrong type.", problem);
        }
        catch (FormatException problem)
        {
            throw new JsonException(problem.Message, problem);
        }
    }

    private static SessionPosition Read(JsonElement json)
    {
        if (Number(Field(json, "version"), "version") is not Version and var version)
        {
            throw new FormatException($"its version is {version}, but this library supports only version {Version}.");
        }

        var start = Number(Field(json, "from"), "from");
        return new SessionPosition(
            Id(json, "session_id"),
            json.TryGetProperty("thread_id", out _) ? Id(json, "thread_id") : null,
            Items(json, "recent", DeliveredEvents.Capacity, entry => Recent(entry, start)),
            Items(json, "queued", DeliveredEvents.QueuedCapacity, entry => Key(entry, "queued"))).With(Threads(json));
    }

    private static ThreadPositions? Threads(JsonElement json)
    {
        if (!json.TryGetProperty("threads", out var threads))
        {
            return null;
        }

        var sessionId = Id(json, "session_id");
        return new ThreadPositions(
            Items(threads, "open", ThreadedPosition.MaxThreads, entry => Read(entry) is { ThreadId: not null, Threads: null } thread && thread.SessionId == sessionId
                ? thread
                : throw new FormatException("an entry of its field 'open' is not the position of a thread of the session.")),
            Items(threads, "session_copies", ThreadCopies.Capacity, entry => Key(entry, "session_copies")),
            Items(threads, "thread_copies", ThreadCopies.Capacity, entry => Key(entry, "thread_copies")));
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
        WriteKeys(writer, "queued"u8, value.Queued);
        if (value.Threads is { } threads)
        {
            writer.WriteStartObject("threads"u8);
            writer.WriteStartArray("open"u8);
            foreach (var thread in threads.Open)
            {
                Write(writer, thread);
            }

            writer.WriteEndArray();
            WriteKeys(writer, "session_copies"u8, threads.SessionCopies);
            WriteKeys(writer, "thread_copies"u8, threads.ThreadCopies);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter writer, ReadOnlySpan<byte> field, IReadOnlyList<string> keys)
    {
        writer.WriteStartArray(field);
        foreach (var key in keys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
    }

    private static JsonElement Field(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) ? value : throw new FormatException($"its field '{field}' is missing.");

    private static long Number(JsonElement json, string field) =>
        json.TryGetInt64(out var number) ? number : throw new FormatException($"a number in its field '{field}' is not a 64-bit integer.");

    private static T[] Items<T>(JsonElement json, string field, int maximum, Func<JsonElement, T> read)
    {
        var items = Field(json, field);
        var count = items.GetArrayLength();
        return count <= maximum
            ? [.. items.EnumerateArray().Select(read)]
            : throw new FormatException($"its field '{field}' has {count} entries, but a position has at most {maximum}.");
    }

    private static (string Key, long Time) Recent(JsonElement entry, long start)
    {
        if (entry.GetArrayLength() != 2)
        {
            throw new FormatException("an entry of its field 'recent' is not a pair of key and time.");
        }

        var time = (Int128)start + Number(entry[1], "recent");
        return time >= 0 && time <= DateTimeOffset.MaxValue.Ticks
            ? (Key(entry[0], "recent"), (long)time)
            : throw new FormatException($"a time in its field 'recent' is out of range: {time} is not between 0 and {DateTimeOffset.MaxValue.Ticks} ticks.");
    }

    private static string Key(JsonElement json, string field) =>
        json.GetString() is { Length: > 0 } key ? key : throw new FormatException($"a key in its field '{field}' is null or empty.");

    private static string Id(JsonElement json, string field)
    {
        var id = Field(json, field).GetString();
        return id is not null && ApiId.IsValid(id) ? id : throw new FormatException($"its field '{field}' is not a valid id.");
    }
}
