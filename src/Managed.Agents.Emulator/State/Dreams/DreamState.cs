using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A dream. Guarded by the lock of its store.</summary>
internal sealed class DreamState(string id, long sequence, DateTimeOffset createdAt, DreamScript script) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>What it does, as it was written when the dream was made.</summary>
    public DreamScript Script => script;

    public required string MemoryStoreId { get; init; }

    public required IReadOnlyList<string> SessionIds { get; init; }

    public required JsonObject Model { get; init; }

    public string? Instructions { get; init; }

    /// <summary>Whether it changes the store it reads, instead of making another one.</summary>
    public bool UpdatesStore { get; init; }

    public string Status { get; private set; } = "pending";

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>The session it dreams in, and the store it writes to, once it runs.</summary>
    public (string SessionId, string StoreId)? Work { get; private set; }

    /// <summary>Wakes it when it is time to go on.</summary>
    public ITimer? Alarm { get; set; }

    public bool HasEnded => Status is not ("pending" or "running");

    private DateTimeOffset? EndedAt { get; set; }

    private JsonObject? Error { get; set; }

    private RequestUsage Usage { get; set; } = new(0, 0, 0, 0);

    public void Run(string sessionId, string storeId)
    {
        Status = "running";
        Work = (sessionId, storeId);
    }

    public void Complete(DateTimeOffset now, RequestUsage usage)
    {
        Usage = usage;
        End("completed", now);
    }

    public void Cancel(DateTimeOffset now) => End("canceled", now);

    public void Fail(DateTimeOffset now, string type, string message)
    {
        Error = new JsonObject { ["type"] = type, ["message"] = message };
        End("failed", now);
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "dream",
        ["status"] = Status,
        ["inputs"] = new JsonArray(
            new JsonObject { ["type"] = "memory_store", ["memory_store_id"] = MemoryStoreId },
            new JsonObject { ["type"] = "sessions", ["session_ids"] = new JsonArray([.. SessionIds.Select(static session => JsonValue.Create(session))]) }),
        ["model"] = Model.Copy(),
        ["instructions"] = Instructions,
        ["output_behavior"] = UpdatesStore
            ? new JsonObject { ["type"] = "update_existing", ["memory_store_id"] = MemoryStoreId }
            : Json.Typed("create_new"),
        ["outputs"] = Work is { } work ? new JsonArray(new JsonObject { ["type"] = "memory_store", ["memory_store_id"] = work.StoreId }) : new JsonArray(),
        ["session_id"] = Work?.SessionId,
        ["usage"] = Usage.ToJson(),
        ["error"] = Error?.Copy(),
        ["created_at"] = Json.Time(createdAt),
        ["ended_at"] = Json.TimeOrNull(EndedAt),
        ["archived_at"] = Json.TimeOrNull(ArchivedAt),
    };

    private void End(string status, DateTimeOffset now)
    {
        Status = status;
        EndedAt = now;
        Alarm?.Dispose();
        Alarm = null;
    }
}
