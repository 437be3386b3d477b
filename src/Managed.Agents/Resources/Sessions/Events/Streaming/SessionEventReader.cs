using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>Makes events of the data of SSE frames. Whatever arrives becomes an event: known, unknown or unreadable.</summary>
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
                // Read by span with its own metadata: through the converter of the base, the object would be walked twice.
                var metadata = Metadata[variant] ??= WireJson.Options.GetTypeInfo(Variants.TypeOf(variant));
                if (JsonSerializer.Deserialize(data, metadata) is SessionEvent known)
                {
                    return known;
                }
            }

            return Keep(data, null);
        }
        catch (Exception problem) when (IsProblemOfData(problem))
        {
            return Keep(data, problem.Message);
        }
    }

    private static SessionEvent Keep(ReadOnlySpan<byte> data, string? problem)
    {
        try
        {
            var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = WireJson.Options.MaxDepth });
            var json = JsonElement.ParseValue(ref reader);
            if (json.ValueKind == JsonValueKind.Object && !reader.Read())
            {
                return Variants.Unknown(json, problem);
            }

            return Unreadable(data, $"The data of an event is one JSON object, not {json.ValueKind}.");
        }
        catch (Exception notJson) when (IsProblemOfData(notJson))
        {
            return Unreadable(data, notJson.Message);
        }
    }

    // Text that is no Unicode is found only when it is made a string of, and not reported as a fault of the JSON then.
    private static bool IsProblemOfData(Exception problem) => problem is JsonException or InvalidOperationException;

    private static UnreadableSessionEvent Unreadable(ReadOnlySpan<byte> data, string problem) =>
        new() { Data = Encoding.UTF8.GetString(data), Problem = problem };

    private static UnionVariants<T> VariantsOf<T>()
        where T : ApiObject, IApiUnion<T> => T.Variants;
}
