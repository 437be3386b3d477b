using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A dream. Guarded by the lock of its store.</summary>
internal sealed class DreamState(string id, long sequence, DateTimeOffset createdAt, DreamScript script) : IListed
{
    public string Id => id;

    public long Sequence => sequence;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>The script of the dream, as configured when the dream was created.</summary>
    public DreamScript Script => script;

    public required string MemoryStoreId { get; init; }

    public required IReadOnlyList<string> SessionIds { get; init; }

    public required JsonObject Model { get; init; }

    public string? Instructions { get; init; }

    /// <summary>Whether the dream updates the store it reads instead of creating a new one.</summary>
    public bool UpdatesStore { get; init; }

    public DreamStatus Status { get; private set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>The session of the dream and the store it writes to, or null before it runs.</summary>
    public (string SessionId, string StoreId)? Work { get; private set; }

    /// <summary>Fires when the dream changes to its next status.</summary>
    public ITimer? Timer { get; set; }

    public bool HasEnded => Status is not (DreamStatus.Pending or DreamStatus.Running);

    private DateTimeOffset? EndedAt { get; set; }

    private JsonObject? Error { get; set; }

    private RequestUsage Usage { get; set; } = new(0, 0, 0, 0);

    public void Start(string sessionId, string storeId)
    {
        Status = DreamStatus.Running;
        Work = (sessionId, storeId);
    }

    public void Complete(DateTimeOffset now, RequestUsage usage)
    {
        Usage = usage;
        End(DreamStatus.Completed, now);
    }

    public void Cancel(DateTimeOffset now) => End(DreamStatus.Canceled, now);

    public void Fail(DateTimeOffset now, string type, string message)
    {
        Error = new JsonObject { ["type"] = type, ["message"] = message };
        End(DreamStatus.Failed, now);
    }

    public JsonObject ToJson() => new()
    {
        ["id"] = id,
        ["type"] = "dream",
        ["status"] = Status.ToWireName(),
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

    private void End(DreamStatus status, DateTimeOffset now)
    {
        Status = status;
        EndedAt = now;
        Timer?.Dispose();
        Timer = null;
    }
}
