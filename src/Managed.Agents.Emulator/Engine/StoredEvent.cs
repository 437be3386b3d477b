using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>An event as it is kept and shown: never changed, only replaced by a newer form with the same id.</summary>
internal sealed class StoredEvent
{
    private readonly byte[] _json;

    /// <param name="content">The event as it is shown.</param>
    /// <param name="storedAt">When it came.</param>
    /// <param name="isQueued">Whether it is an input that waits to be processed.</param>
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

    /// <summary>Null while an input waits in the queue.</summary>
    public DateTimeOffset? ProcessedAt { get; }

    /// <summary>When this form of the event came.</summary>
    public DateTimeOffset StoredAt { get; }

    public bool IsInput => Type.StartsWith("user.", StringComparison.Ordinal) || Type == "system.message";

    public SseFrame Frame => new(Type, _json);

    public JsonObject ToJson() => JsonNode.Parse(_json)!.AsObject();

    public StoredEvent Processed(DateTimeOffset at)
    {
        var content = ToJson();
        content["processed_at"] = Json.Time(at);
        return new StoredEvent(content, at);
    }
}
