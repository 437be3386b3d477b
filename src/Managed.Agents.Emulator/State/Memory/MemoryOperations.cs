using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the memories of a store.</summary>
internal sealed class MemoryOperations(MemoryStoreOperations stores, EmulatorServices services, JsonObject author)
{
    public JsonNode Create(ApiCall call)
    {
        var content = MemoryContent.FromText(call.Body.Text("content") ?? "");
        lock (stores.Sync)
        {
            return Writer(call).Create(call.Body.Text("path")!, content).ToJson(MemoryView.IsFull(call));
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (stores.Sync)
        {
            return Find(call).ToJson(MemoryView.IsFull(call, defaultValue: true));
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (stores.Sync)
        {
            var writer = Writer(call);
            var memory = Find(call);
            var path = call.Body.Text("path") ?? memory.Path;
            var content = call.Body.Text("content") is { } text ? MemoryContent.FromText(text) : memory.Content;
            if (call.Body["precondition"] is JsonObject precondition && (memory.Path != path || memory.Content != content))
            {
                RequireHash(memory, precondition.Text("content_sha256") ?? throw ApiError.InvalidRequest("precondition.content_sha256: field required."));
            }

            writer.Change(memory, path, content);
            return memory.ToJson(MemoryView.IsFull(call));
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (stores.Sync)
        {
            var writer = Writer(call);
            var memory = Find(call);
            if (call.Query.Text("expected_content_sha256") is { } expected)
            {
                RequireHash(memory, expected);
            }

            writer.Delete(memory);
            return new JsonObject { ["id"] = memory.Id, ["type"] = "memory_deleted" };
        }
    }

    public JsonNode List(ApiCall call)
    {
        lock (stores.Sync)
        {
            return MemoryList.Page(call, stores.Find(call).Memories.Values);
        }
    }

    /// <summary>Writes a memory on behalf of a session.</summary>
    public string Write(string storeId, string path, string content, string sessionId)
    {
        lock (stores.Sync)
        {
            var store = stores.FindWritable(storeId);
            var writer = new MemoryWriter(store, services, new JsonObject { ["type"] = "session_actor", ["session_id"] = sessionId });
            if (store.Memories.Values.FirstOrDefault(memory => memory.Path == path) is not { } existing)
            {
                return writer.Create(path, MemoryContent.FromText(content)).Id;
            }

            writer.Change(existing, path, MemoryContent.FromText(content));
            return existing.Id;
        }
    }

    private static void RequireHash(MemoryState memory, string sha256)
    {
        if (memory.Content.Sha256 != sha256)
        {
            throw MemoryErrors.PreconditionFailed(memory);
        }
    }

    private MemoryWriter Writer(ApiCall call) => new(stores.FindWritable(call), services, author);

    private MemoryState Find(ApiCall call)
    {
        var store = stores.Find(call);
        var id = call.Route("memory_id");
        return store.Memories.GetValueOrDefault(id) ?? throw ApiError.NotFound($"Memory store {store.Id} has no memory {id}.");
    }
}
