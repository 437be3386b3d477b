using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>
/// Reads a list of content blocks directly into the list that the record stores. The default converter allocates a growing list and a stack
/// of frames for each object, which is more memory than the event itself.
/// </summary>
internal sealed class ContentListConverter : JsonConverter<IReadOnlyList<SessionContentBlock>>
{
    private readonly UnionConverter<SessionContentBlock> _blocks = new();

    public override IReadOnlyList<SessionContentBlock> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        // Most lists have one block.
        var blocks = new SessionContentBlock[1];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == blocks.Length)
            {
                Array.Resize(ref blocks, count * 2);
            }

            blocks[count++] = reader.TokenType == JsonTokenType.StartObject
                ? _blocks.Read(ref reader, typeof(SessionContentBlock), options)!
                : throw new JsonException($"A content block is a JSON object, not {reader.TokenType}.");
        }

        if (count == 0)
        {
            return [];
        }

        Array.Resize(ref blocks, count);
        return new ContentList<SessionContentBlock>(blocks);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<SessionContentBlock> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var block in value)
        {
            if (block is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                _blocks.Write(writer, block, options);
            }
        }

        writer.WriteEndArray();
    }
}
