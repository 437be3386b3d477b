using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads the envelope of a list. By hand, because it is the same around every kind of item.</summary>
internal static class PageReader
{
    /// <summary>A page of a list whose cursors are texts of the service: <c>next_page</c> and <c>prev_page</c>.</summary>
    public static Page<T> Read<T>(byte[] body, string? requestId)
    {
        var envelope = Envelope<T>.Read(body);
        return new Page<T>(envelope.Items, NotEmpty(envelope.NextPage), NotEmpty(envelope.PreviousPage), requestId);
    }

    /// <summary>A page of a list whose cursors are the ids of its items. It goes on while <c>has_more</c> says so and there is an id to go on from.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="requestId">The id under which the service logged the request.</param>
    /// <param name="isBackward">Whether the request asked for what stands before an id.</param>
    /// <param name="isFirst">Whether the request named no id that this reading came from.</param>
    public static Page<T> ReadById<T>(byte[] body, string? requestId, bool isBackward, bool isFirst)
    {
        var envelope = Envelope<T>.Read(body);
        var next = isBackward ? envelope.FirstId : envelope.LastId;
        var goesOn = envelope.HasMore && envelope.Items.Count > 0;
        return new Page<T>(envelope.Items, goesOn ? NotEmpty(next) : null, isFirst || isBackward ? null : NotEmpty(envelope.FirstId), requestId)
        {
            NextCursorPath = isBackward ? "$.first_id" : "$.last_id",
        };
    }

    private static string? NotEmpty(string? cursor) => string.IsNullOrEmpty(cursor) ? null : cursor;

    /// <summary>What stands around the items of a page, in either style.</summary>
    private readonly record struct Envelope<T>(List<T> Items, string? NextPage, string? PreviousPage, bool HasMore, string? FirstId, string? LastId)
    {
        public static Envelope<T> Read(ReadOnlySpan<byte> body)
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WireJson.Options.MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("A list is a JSON object.", "$", null, null);
            }

            var envelope = default(Envelope<T>);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                envelope = reader.ValueTextEquals("data"u8) ? envelope with { Items = ReadItems<T>(ref reader) }
                    : reader.ValueTextEquals("next_page"u8) ? envelope with { NextPage = ReadCursor(ref reader, "$.next_page") }
                    : reader.ValueTextEquals("prev_page"u8) ? envelope with { PreviousPage = ReadCursor(ref reader, "$.prev_page") }
                    : reader.ValueTextEquals("has_more"u8) ? envelope with { HasMore = ReadFlag(ref reader, "$.has_more") }
                    : reader.ValueTextEquals("first_id"u8) ? envelope with { FirstId = ReadCursor(ref reader, "$.first_id") }
                    : reader.ValueTextEquals("last_id"u8) ? envelope with { LastId = ReadCursor(ref reader, "$.last_id") }
                    : Skip(ref reader, envelope);
            }

            reader.Read(); // Throws when something follows.
            return envelope.Items is null ? throw new JsonException("A list has a field 'data'.", "$.data", null, null) : envelope;
        }

        private static Envelope<T> Skip(ref Utf8JsonReader reader, Envelope<T> envelope)
        {
            reader.Read();
            reader.Skip();
            return envelope;
        }
    }

    private static List<T> ReadItems<T>(ref Utf8JsonReader reader)
    {
        var metadata = WireJson.TypeOf<T>();
        var items = new List<T>();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The field 'data' of a list is a JSON array.", "$.data", null, null);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadItem(ref reader, metadata, items.Count));
        }

        return items;
    }

    private static T ReadItem<T>(ref Utf8JsonReader reader, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> metadata, int index)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, metadata) ?? throw new JsonException("An item is null.", "$", null, null);
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
            _ => throw new JsonException("A flag is true, false or null.", path, null, null),
        };
    }

    private static string? ReadCursor(ref Utf8JsonReader reader, string path)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => ReadText(ref reader, path),
            _ => throw new JsonException("A cursor is a JSON string or null.", path, null, null),
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
