using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The memory stores of the emulator and the operations on them. Its lock also guards their memories.</summary>
internal sealed class MemoryStoreOperations(EmulatorServices services)
{
    private readonly Dictionary<string, MemoryStoreState> _stores = new(StringComparer.Ordinal);

    public Lock Sync { get; } = new();

    public JsonNode Create(ApiCall call)
    {
        lock (Sync)
        {
            return Add(MemoryStoreRules.Name(call.Body.Text("name")!), call.Body.Text("description") ?? "", Metadata.Merge([], call.Body["metadata"])).ToJson();
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (Sync)
        {
            return Find(call).ToJson();
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (Sync)
        {
            var store = FindWritable(call);
            var name = call.Body.Text("name") is { } sent ? MemoryStoreRules.Name(sent) : store.Name;
            store.Metadata = Metadata.Merge(store.Metadata, call.Body["metadata"]);
            store.Name = name;
            store.Description = call.Body.Text("description") ?? store.Description;
            store.UpdatedAt = services.Now();
            return store.ToJson();
        }
    }

    public JsonNode List(ApiCall call)
    {
        var includeArchived = call.Query.Flag("include_archived") ?? false;
        lock (Sync)
        {
            return new ResourceList(call).Page(_stores.Values.Where(store => includeArchived || store.ArchivedAt is null), static store => store.ToJson());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (Sync)
        {
            var store = Find(call);
            _stores.Remove(store.Id);
            return new JsonObject { ["id"] = store.Id, ["type"] = "memory_store_deleted" };
        }
    }

    public JsonNode Archive(ApiCall call)
    {
        lock (Sync)
        {
            var store = Find(call);
            if (store.ArchivedAt is null)
            {
                store.ArchivedAt = services.Now();
                store.UpdatedAt = store.ArchivedAt.Value;
            }

            return store.ToJson();
        }
    }

    /// <summary>Returns the name and the description of the store for a new session.</summary>
    public (string Name, string Description) ForSession(string id)
    {
        lock (Sync)
        {
            var store = Find(id);
            return store.ArchivedAt is null
                ? (store.Name, store.Description)
                : throw ApiError.InvalidRequest($"Memory store {id} is archived and cannot be attached.");
        }
    }

    /// <summary>Creates a store. Call under the lock.</summary>
    public MemoryStoreState Add(string name, string description, JsonObject metadata)
    {
        var store = new MemoryStoreState(services.NewId("memstore"), services.NextSequence(), services.Now()) { Name = name, Description = description, Metadata = metadata };
        _stores[store.Id] = store;
        return store;
    }

    public MemoryStoreState Find(ApiCall call) => Find(call.Route("memory_store_id"));

    public MemoryStoreState FindWritable(ApiCall call) => FindWritable(call.Route("memory_store_id"));

    public MemoryStoreState FindWritable(string id)
    {
        var store = Find(id);
        return store.ArchivedAt is null ? store : throw ApiError.InvalidRequest($"Memory store {id} is archived and read-only.");
    }

    private MemoryStoreState Find(string id) => _stores.GetValueOrDefault(id) ?? throw ApiError.NotFound($"There is no memory store {id}.");
}
