using System.Text.Json;

namespace Managed.Agents;

/// <summary>Reads the envelope of a list. By hand, because it is the same around every kind of item.</summary>
internal static class PageReader
{
    public static Page<T> Read<T>(ReadOnlySpan<byte> body, string? requestId)
    {
        var metadata = WireJson.TypeOf<T>();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WireJson.Options.MaxDepth });
        List<T>? items = null;
        string? next = null;
        string? previous = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A list is a JSON object.", "$", null, null);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                items = [];
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    throw new JsonException("The field 'data' of a list is a JSON array.", "$.data", null, null);
                }

                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadItem(ref reader, metadata, items.Count));
                }
            }
            else if (reader.ValueTextEquals("next_page"u8))
            {
                next = ReadCursor(ref reader, "$.next_page");
            }
            else if (reader.ValueTextEquals("prev_page"u8))
            {
                previous = ReadCursor(ref reader, "$.prev_page");
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return items is null
            ? throw new JsonException("A list has a field 'data'.", "$.data", null, null)
            : new Page<T>(items, string.IsNullOrEmpty(next) ? null : next, string.IsNullOrEmpty(previous) ? null : previous, requestId);
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

    private static string? ReadCursor(ref Utf8JsonReader reader, string path)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            _ => throw new JsonException("A cursor is a JSON string or null.", path, null, null),
        };
    }
}
