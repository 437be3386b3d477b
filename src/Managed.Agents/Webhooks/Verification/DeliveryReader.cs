using System.Text;
using System.Text.Json;

namespace Managed.Agents.Webhooks;

/// <summary>Reads the body of a delivery as the serializer would, but in one walk: a union costs the serializer two, and every notice has the same few texts.</summary>
internal static class DeliveryReader
{
    private static readonly UnionVariants<WebhookEvent> Variants = VariantsOf<WebhookEvent>();
    private static readonly WebhookEvent?[] Empty = new WebhookEvent?[Variants.Count];

    /// <exception cref="JsonException">The body is no JSON object, or one that cannot be a delivery.</exception>
    /// <exception cref="FormatException">The time is none.</exception>
    /// <exception cref="InvalidOperationException">A field is of another kind, or holds text that is no Unicode.</exception>
    public static WebhookDelivery Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WireJson.Options.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A delivery is one JSON object.");
        }

        string? id = null;
        DateTimeOffset createdAt = default;
        WebhookEvent? happened = null;
        Dictionary<string, JsonElement>? further = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            if (name.SequenceEqual("data"u8))
            {
                happened = ReadEvent(ref reader, body);
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = reader.GetString();
            }
            else if (name.SequenceEqual("created_at"u8))
            {
                createdAt = reader.TokenType == JsonTokenType.Null ? default : reader.GetDateTimeOffset();
            }
            else if (name.SequenceEqual("type"u8))
            {
                reader.Skip();
            }
            else
            {
                (further ??= new(StringComparer.Ordinal))[Encoding.UTF8.GetString(name)] = JsonElement.ParseValue(ref reader);
            }
        }

        // Whatever follows the object makes this throw.
        reader.Read();
        return new WebhookDelivery { Id = id!, CreatedAt = createdAt, Event = happened!, AdditionalFieldsBag = further };
    }

    private static WebhookEvent? ReadEvent(ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        var start = reader;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        // Most name their kind first; the others are looked through for it on a copy.
        var variant = Variants.Peek(body[(int)reader.TokenStartIndex..]);
        if (variant >= 0 && ReadKnown(ref reader, variant) is { } known)
        {
            return known;
        }

        reader = start;
        return Variants.Unknown(JsonElement.ParseValue(ref reader), variant < 0 ? null : "A field is not what the kind has.");
    }

    /// <summary>Reads a notice whose fields are texts; null when one is something else.</summary>
    private static WebhookEvent? ReadKnown(ref Utf8JsonReader reader, int variant)
    {
        // Made once by the serializer, then copied: it alone knows how to make a kind by its number.
        var notice = (Empty[variant] ??= (WebhookEvent)JsonSerializer.Deserialize("{}"u8, WireJson.Options.GetTypeInfo(Variants.TypeOf(variant)))!) with { };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            if (name.SequenceEqual("type"u8))
            {
                continue;
            }

            var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
            if (isText && notice.TrySet(name, reader.GetString()))
            {
                continue;
            }

            if (!isText && notice.TrySet(name, ""))
            {
                return null;
            }

            var bag = notice.AdditionalFieldsBag ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            bag[Encoding.UTF8.GetString(name)] = JsonElement.ParseValue(ref reader);
        }

        return notice;
    }

    // A name may be written with escapes; the service does not.
    private static ReadOnlySpan<byte> NameOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    private static UnionVariants<T> VariantsOf<T>()
        where T : ApiObject, IApiUnion<T> => T.Variants;
}
