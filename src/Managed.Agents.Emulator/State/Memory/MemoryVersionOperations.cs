using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the versions of memories.</summary>
internal sealed class MemoryVersionOperations(MemoryStoreOperations stores, EmulatorServices services, JsonObject author)
{
    public JsonNode Retrieve(ApiCall call)
    {
        lock (stores.Sync)
        {
            return Find(stores.Find(call), call).ToJson(MemoryView.IsFull(call, defaultValue: true));
        }
    }

    public JsonNode List(ApiCall call)
    {
        var full = MemoryView.IsFull(call);
        lock (stores.Sync)
        {
            var versions = stores.Find(call).Versions.Where(version => Matches(version, call.Query));
            return new ResourceList(call).Page(versions, version => version.ToJson(full), limit: MemoryView.Limit(call, defaultValue: 20));
        }
    }

    public JsonNode Redact(ApiCall call)
    {
        lock (stores.Sync)
        {
            var store = stores.FindWritable(call);
            var version = Find(store, call);
            if (store.Memories.TryGetValue(version.MemoryId, out var memory) && memory.VersionId == version.Id)
            {
                throw ApiError.InvalidRequest($"Version {version.Id} is the current version of memory {memory.Id} and cannot be redacted; change or delete the memory first.");
            }

            version.Redact(author, services.Now());
            return version.ToJson(full: true);
        }
    }

    private static bool Matches(MemoryVersionState version, JsonObject query)
    {
        return IsUnsetOr("memory_id", version.MemoryId)
            && IsUnsetOr("operation", version.Operation.ToWireName())
            && IsUnsetOr("session_id", version.Author.Text("session_id"))
            && IsUnsetOr("api_key_id", version.Author.Text("api_key_id"))
            && IsUnsetOr("service_account_id", version.Author.Text("service_account_id"));

        bool IsUnsetOr(string filter, string? value) => query.Text(filter) is not { } wanted || wanted == value;
    }

    private static MemoryVersionState Find(MemoryStoreState store, ApiCall call)
    {
        var id = call.Route("memory_version_id");
        return store.Versions.Find(version => version.Id == id) ?? throw ApiError.NotFound($"Memory store {store.Id} has no version {id}.");
    }
}
