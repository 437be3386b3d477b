using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>An event as it is kept and shown: never changed, only replaced by a newer form with the same id.</summary>
internal sealed class StoredEvent
{
    private readonly byte[] _json;

    public StoredEvent(JsonObject content, DateTimeOffset? processedAt)
    {
        Id = content.Text("id")!;
        Type = content.Text("type")!;
        ProcessedAt = processedAt;
        _json = Json.Bytes(content);
    }

    public string Id { get; }

    public string Type { get; }

    /// <summary>Null while an input waits in the queue.</summary>
    public DateTimeOffset? ProcessedAt { get; }

    public SseFrame Frame => new(Type, _json);

    public JsonObject ToJson() => JsonNode.Parse(_json)!.AsObject();

    public StoredEvent Processed(DateTimeOffset at)
    {
        var content = ToJson();
        content["processed_at"] = Json.Time(at);
        return new StoredEvent(content, at);
    }
}
