using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads the envelope of a list. Handwritten, because the envelope is the same for every item type.</summary>
internal static class PageReader
{
    /// <summary>Reads a page of a list that has opaque cursors: <c>next_page</c> and <c>prev_page</c>.</summary>
    public static Page<T> Read<T>(byte[] body, string? requestId)
    {
        var envelope = Envelope<T>.Read(Repaired<T>(body));
        return new Page<T>(envelope.Items, NotEmpty(envelope.NextPage), NotEmpty(envelope.PreviousPage), requestId);
    }

    /// <summary>Reads a page of a list that uses item ids as cursors. There is a next page when <c>has_more</c> is <see langword="true"/> and an id to continue from exists.</summary>
    /// <param name="body">The response body.</param>
    /// <param name="requestId">The id that the service assigned to the request.</param>
    /// <param name="isBackward">Whether the request asked for the items before an id.</param>
    /// <param name="isFirst">Whether this is the first page of the enumeration.</param>
    public static Page<T> ReadById<T>(byte[] body, string? requestId, bool isBackward, bool isFirst)
    {
        var envelope = Envelope<T>.Read(Repaired<T>(body));
        var next = isBackward ? envelope.FirstId : envelope.LastId;
        var goesOn = envelope.HasMore && envelope.Items.Count > 0;
        return new Page<T>(envelope.Items, goesOn ? NotEmpty(next) : null, isFirst || isBackward ? null : NotEmpty(envelope.FirstId), requestId)
        {
            NextCursorPath = isBackward ? "$.first_id" : "$.last_id",
        };
    }

    // Events are repaired one by one.
    private static byte[] Repaired<T>(byte[] body) => typeof(T) == typeof(SessionEvent) ? body : LoneSurrogates.Repair(body);

    private static string? NotEmpty(string? cursor) => string.IsNullOrEmpty(cursor) ? null : cursor;

    /// <summary>The envelope of a page, with the fields of both cursor styles.</summary>
    private readonly record struct Envelope<T>(List<T> Items, string? NextPage, string? PreviousPage, bool HasMore, string? FirstId, string? LastId)
    {
        public static Envelope<T> Read(ReadOnlySpan<byte> body)
        {
            // An event may be nested too deeply without costing its page.
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = typeof(T) == typeof(SessionEvent) ? int.MaxValue : WireJson.Options.MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("The list is not a JSON object.", "$", null, null);
            }

            var envelope = default(Envelope<T>);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                envelope = reader.ValueTextEquals("data"u8) ? envelope with { Items = ReadItems<T>(ref reader, body) }
                    : reader.ValueTextEquals("next_page"u8) ? envelope with { NextPage = ReadCursor(ref reader, "$.next_page") }
                    : reader.ValueTextEquals("prev_page"u8) ? envelope with { PreviousPage = ReadCursor(ref reader, "$.prev_page") }
                    : reader.ValueTextEquals("has_more"u8) ? envelope with { HasMore = ReadFlag(ref reader, "$.has_more") }
                    : reader.ValueTextEquals("first_id"u8) ? envelope with { FirstId = ReadCursor(ref reader, "$.first_id") }
                    : reader.ValueTextEquals("last_id"u8) ? envelope with { LastId = ReadCursor(ref reader, "$.last_id") }
                    : Skip(ref reader, envelope);
            }

            reader.Read(); // Throws when the object is followed by more content.
            return envelope.Items is null ? throw new JsonException("The list has no field 'data'.", "$.data", null, null) : envelope;
        }

        private static Envelope<T> Skip(ref Utf8JsonReader reader, Envelope<T> envelope)
        {
            reader.Read();
            reader.Skip();
            return envelope;
        }
    }

    private static List<T> ReadItems<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        var items = new List<T>();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The field 'data' of the list is not a JSON array.", "$.data", null, null);
        }

        if (items is List<SessionEvent> events)
        {
            ReadEvents(ref reader, body, events);
            return items;
        }

        var metadata = WireJson.TypeOf<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadItem(ref reader, metadata, items.Count));
        }

        return items;
    }

    // The events are cut out by their brackets, so that one that cannot be parsed does not affect the others.
    private static void ReadEvents(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, List<SessionEvent> events)
    {
        var rest = body[(int)reader.BytesConsumed..];
        var at = 0;
        for (var isLast = false; !isLast;)
        {
            if (!JsonBytes.TryReadItem(rest, ref at, out var item, out isLast))
            {
                throw new JsonException("The list ends within an event.", $"$.data[{events.Count}]", null, null);
            }

            if (item.Length > 0)
            {
                events.Add(SessionEventReader.Read(item));
            }
        }

        reader = new Utf8JsonReader(rest[at..], isFinalBlock: true, reader.CurrentState);
        reader.Read();
    }

    private static T ReadItem<T>(ref Utf8JsonReader reader, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> metadata, int index)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, metadata) ?? throw new JsonException("The list item is null.", "$", null, null);
        }
        catch (JsonException problem)
        {
            throw new JsonException(problem.Message, $"$.data[{index}]{problem.Path?.TrimStart('$')}", problem.LineNumber, problem.BytePositionInLine, problem);
        }
    }

    private static bool ReadFlag(ref Utf8JsonReader reader, string path)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            _ => throw new JsonException("The value is not true, false or null.", path, null, null),
        };
    }

    private static string? ReadCursor(ref Utf8JsonReader reader, string path)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => ReadText(ref reader, path),
            _ => throw new JsonException("The cursor is not a JSON string or null.", path, null, null),
        };
    }

    private static string? ReadText(ref Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException(problem.Message, path, null, null, problem);
        }
    }
}
