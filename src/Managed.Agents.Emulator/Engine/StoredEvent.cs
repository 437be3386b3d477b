using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A stored event. Immutable; a later version with the same id replaces it.</summary>
internal sealed class StoredEvent
{
    private readonly byte[] _json;

    /// <param name="content">The JSON of the event.</param>
    /// <param name="storedAt">When the event was stored.</param>
    /// <param name="isQueued">Whether the event is an input that waits to be processed.</param>
    public StoredEvent(JsonObject content, DateTimeOffset storedAt, bool isQueued = false)
    {
        Id = content.Text("id")!;
        Type = content.Text("type")!;
        ProcessedAt = isQueued ? null : storedAt;
        StoredAt = storedAt;
        _json = Json.Bytes(content);
    }

    public string Id { get; }

    public string Type { get; }

    /// <summary>The processing time; null while an input is queued.</summary>
    public DateTimeOffset? ProcessedAt { get; }

    /// <summary>When this version of the event was stored.</summary>
    public DateTimeOffset StoredAt { get; }

    public bool IsInput => Type.StartsWith("user.", StringComparison.Ordinal) || Type == "system.message";

    public SseFrame Frame => new(Type, _json);

    public JsonObject ToJson() => JsonNode.Parse(_json)!.AsObject();

    public StoredEvent AsProcessed(DateTimeOffset at)
    {
        var content = ToJson();
        content["processed_at"] = Json.Time(at);
        return new StoredEvent(content, at);
    }
}
