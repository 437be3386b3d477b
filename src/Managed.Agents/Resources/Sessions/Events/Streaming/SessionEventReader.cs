using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>Creates events from the data of SSE frames. All data becomes an event: known, unknown or unreadable.</summary>
internal static class SessionEventReader
{
    private static readonly UnionVariants<SessionEvent> Variants = VariantsOf<SessionEvent>();
    private static readonly JsonTypeInfo?[] Metadata = new JsonTypeInfo?[Variants.Count];

    public static SessionEvent Read(ReadOnlySpan<byte> data)
    {
        try
        {
            var variant = Variants.Peek(data);
            if (variant >= 0)
            {
                // Deserialized with the metadata of the variant: the converter of the base type would parse the object twice.
                var metadata = Metadata[variant] ??= WireJson.Options.GetTypeInfo(Variants.TypeOf(variant));
                if (JsonSerializer.Deserialize(data, metadata) is SessionEvent known)
                {
                    return known;
                }
            }

            return ReadUnknown(data, null);
        }
        catch (Exception problem) when (IsInvalidData(problem))
        {
            return ReadUnknown(data, problem.Message);
        }
    }

    private static SessionEvent ReadUnknown(ReadOnlySpan<byte> data, string? problem)
    {
        try
        {
            var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = WireJson.Options.MaxDepth });
            var json = JsonElement.ParseValue(ref reader);
            if (json.ValueKind == JsonValueKind.Object && !reader.Read())
            {
                return Variants.Unknown(json, problem);
            }

            return Unreadable(data, $"The data of an event must be one JSON object, not {json.ValueKind}.");
        }
        catch (Exception notJson) when (IsInvalidData(notJson))
        {
            return Unreadable(data, notJson.Message);
        }
    }

    // Invalid UTF-8 is only detected when a string is created, and is then reported as InvalidOperationException.
    private static bool IsInvalidData(Exception problem) => problem is JsonException or InvalidOperationException;

    private static UnreadableSessionEvent Unreadable(ReadOnlySpan<byte> data, string problem) =>
        new() { Data = Encoding.UTF8.GetString(data), Problem = problem };

    private static UnionVariants<T> VariantsOf<T>()
        where T : ApiObject, IApiUnion<T> => T.Variants;
}
