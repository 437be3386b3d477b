using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>Creates events from the data of SSE frames and from the items of a history. All data becomes an event: known, unknown or unreadable.</summary>
internal static class SessionEventReader
{
    private static readonly UnionVariants<SessionEvent> Variants = VariantsOf<SessionEvent>();
    private static readonly JsonTypeInfo?[] Metadata = new JsonTypeInfo?[Variants.Count];

    public static SessionEvent Read(ReadOnlySpan<byte> data)
    {
        if (!LoneSurrogates.MayBeIn(data))
        {
            return Read(data, data);
        }

        var repaired = LoneSurrogates.Repair(data, out var isComplete);
        return isComplete ? Read(repaired, data) : Unreadable(data, "A field name, the type or an id contains half of a character (a lone surrogate or invalid UTF-8).");
    }

    private static SessionEvent Read(ReadOnlySpan<byte> json, ReadOnlySpan<byte> data)
    {
        try
        {
            var variant = Variants.Peek(json);
            if (variant < 0)
            {
                return ReadUnknown(json, data);
            }

            // Deserialized with the metadata of the variant: the converter of the base type would parse the object twice.
            var metadata = Metadata[variant] ??= WireJson.Options.GetTypeInfo(Variants.TypeOf(variant));
            return JsonSerializer.Deserialize(json, metadata) is SessionEvent known && !HasNullItem(known) ? known : Unreadable(data, "The event is null, or a list of it contains null.");
        }
        catch (Exception problem) when (IsInvalidData(problem))
        {
            return Unreadable(data, problem.Message);
        }
    }

    private static SessionEvent ReadUnknown(ReadOnlySpan<byte> json, ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireJson.Options.MaxDepth });
        var value = JsonElement.ParseValue(ref reader);
        return value.ValueKind == JsonValueKind.Object && !reader.Read()
            ? Variants.Unknown(value)
            : Unreadable(data, $"The data of an event must be one JSON object, not {value.ValueKind}.");
    }

    // The converter of content blocks rejects null. The default converter of these lists does not.
    private static bool HasNullItem(SessionEvent known) => known switch
    {
        SystemMessageEvent message => message.Content.Contains(null!),
        WorkflowRunCreatedEvent created => created.Phases.Contains(null!),
        _ => false,
    };

    // A text that cannot be decoded is reported as InvalidOperationException, a value that a property rejects as one of the others.
    private static bool IsInvalidData(Exception problem) =>
        problem is JsonException or InvalidOperationException or ArgumentException or FormatException or OverflowException;

    private static UnreadableSessionEvent Unreadable(ReadOnlySpan<byte> data, string problem)
    {
        var fields = UnreadableEventFields.Find(data);
        return new()
        {
            Data = Encoding.UTF8.GetString(data),
            Problem = problem,
            ReceivedType = fields.Type,
            Id = fields.Id,
            ProcessedAt = fields.ProcessedAt,
            SessionThreadId = fields.SessionThreadId,
        };
    }

    private static UnionVariants<T> VariantsOf<T>()
        where T : ApiObject, IApiUnion<T> => T.Variants;
}
