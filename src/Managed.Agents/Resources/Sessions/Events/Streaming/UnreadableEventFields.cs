using System.Text.Json;

namespace Managed.Agents;

/// <summary>The common fields of an event that cannot be read, as far as they can be found in its data.</summary>
internal readonly record struct UnreadableEventFields(string Id, string Type, DateTimeOffset? ProcessedAt, string? SessionThreadId)
{
    public static UnreadableEventFields Find(ReadOnlySpan<byte> data)
    {
        var found = new UnreadableEventFields("", "", null, null);
        try
        {
            // No limit, because the depth may be the reason why the event cannot be read.
            var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = int.MaxValue });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return found;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.HasValueSequence || reader.ValueIsEscaped ? default : reader.ValueSpan;
                reader.Read();
                found = reader.TokenType == JsonTokenType.String ? With(found, name, ref reader) : found;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What precedes the error was found.
        }

        return found;
    }

    private static UnreadableEventFields With(UnreadableEventFields found, ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        try
        {
            return name.SequenceEqual("id"u8) ? found with { Id = reader.GetString()! }
                : name.SequenceEqual("type"u8) ? found with { Type = reader.GetString()! }
                : name.SequenceEqual("session_thread_id"u8) ? found with { SessionThreadId = reader.GetString() }
                : name.SequenceEqual("processed_at"u8) && reader.TryGetDateTimeOffset(out var at) ? found with { ProcessedAt = at }
                : found;
        }
        catch (InvalidOperationException)
        {
            // The text contains half of a character.
            return found;
        }
    }
}
