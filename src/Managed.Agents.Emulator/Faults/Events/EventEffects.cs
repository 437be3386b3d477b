using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>What can be done to an event on the wire.</summary>
internal static class EventEffects
{
    public static IReadOnlyList<SseFrame> Duplicate(SseFrame frame, Random dice) => [frame, frame];

    public static IReadOnlyList<SseFrame> Drop(SseFrame frame, Random dice) => [];

    public static IReadOnlyList<SseFrame>? Copy(SseFrame frame, Random dice) =>
        Change(frame, content => content["id"] = NewId(dice), needs: "id") is { } copy ? [frame, .. copy] : null;

    public static IReadOnlyList<SseFrame>? ShowQueued(SseFrame frame, Random dice)
    {
        var isInput = frame.Event.StartsWith("user.", StringComparison.Ordinal) || frame.Event == "system.message";
        return isInput && Change(frame, static content => content["processed_at"] = null) is { } queued ? [.. queued, frame] : null;
    }

    public static IReadOnlyList<SseFrame> InsertUnknown(SseFrame frame, Random dice, string type)
    {
        var unknown = new JsonObject { ["type"] = type, ["id"] = NewId(dice), ["processed_at"] = Read(frame)["processed_at"]?.DeepClone() };
        return [new SseFrame(type, Json.Bytes(unknown)), frame];
    }

    // An object that does not reach its last brace is no JSON, wherever it breaks off.
    public static IReadOnlyList<SseFrame> Malform(SseFrame frame, Random dice) => [frame with { Data = frame.Data[..dice.Next(1, frame.Data.Length)] }];

    public static IReadOnlyList<SseFrame>? Change(SseFrame frame, Action<JsonObject> change, string? needs = null)
    {
        var content = Read(frame);
        if (needs is not null && !content.Has(needs))
        {
            return null;
        }

        change(content);
        return [frame with { Data = Json.Bytes(content) }];
    }

    private static JsonObject Read(SseFrame frame) => JsonNode.Parse(frame.Data.Span)!.AsObject();

    private static string NewId(Random dice) => new IdFactory(dice).New("sevt");
}
