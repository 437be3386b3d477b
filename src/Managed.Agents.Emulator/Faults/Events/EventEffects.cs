using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The effects of event faults.</summary>
internal static class EventEffects
{
    public static IReadOnlyList<SseFrame> Duplicate(SseFrame frame, Random random) => [frame, frame];

    public static IReadOnlyList<SseFrame> Drop(SseFrame frame, Random random) => [];

    public static IReadOnlyList<SseFrame>? DuplicateWithNewId(SseFrame frame, Random random) =>
        Change(frame, content => content["id"] = NewId(random), requiredField: "id") is { } copy ? [frame, .. copy] : null;

    public static IReadOnlyList<SseFrame>? ShowQueued(SseFrame frame, Random random)
    {
        var isInput = frame.Event.StartsWith("user.", StringComparison.Ordinal) || frame.Event == "system.message";
        return isInput && Change(frame, static content => content["processed_at"] = null) is { } queued ? [.. queued, frame] : null;
    }

    public static IReadOnlyList<SseFrame> InsertUnknown(SseFrame frame, Random random, string type)
    {
        var unknown = new JsonObject { ["type"] = type, ["id"] = NewId(random), ["processed_at"] = Read(frame)["processed_at"]?.DeepClone() };
        return [new SseFrame(type, Json.Bytes(unknown)), frame];
    }

    // Without its last brace a JSON object is never valid, so it can be truncated at any byte.
    public static IReadOnlyList<SseFrame> CorruptJson(SseFrame frame, Random random) => [frame with { Data = frame.Data[..random.Next(1, frame.Data.Length)] }];

    public static IReadOnlyList<SseFrame>? Change(SseFrame frame, Action<JsonObject> change, string? requiredField = null)
    {
        var content = Read(frame);
        if (requiredField is not null && !content.Has(requiredField))
        {
            return null;
        }

        change(content);
        return [frame with { Data = Json.Bytes(content) }];
    }

    private static JsonObject Read(SseFrame frame) => JsonNode.Parse(frame.Data.Span)!.AsObject();

    private static string NewId(Random random) => new IdFactory(random).New("sevt");
}
