using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>What a dream does to memory stores, as the session it dreams in.</summary>
internal sealed class DreamMemories(MemoryStoreOperations stores, EmulatorServices services)
{
    /// <summary>Checks that a dream can read the store: 404 if it is not there, 400 if it is archived.</summary>
    public void DemandUsable(string storeId) => stores.ForSession(storeId);

    /// <summary>Makes a store with the same name and the same memories.</summary>
    public string Copy(string storeId, string sessionId)
    {
        lock (stores.Sync)
        {
            var (name, description) = stores.ForSession(storeId);
            var original = stores.Writable(storeId);
            var copy = stores.Add(name, description, []);
            var writer = Writer(copy, sessionId);
            foreach (var memory in original.Memories.Values.OrderBy(static memory => memory.Path, StringComparer.Ordinal))
            {
                writer.Create(memory.Path, memory.Content);
            }

            return copy.Id;
        }
    }

    /// <summary>Makes the changes of a script.</summary>
    /// <returns>What was read and written, in tokens, about.</returns>
    public RequestUsage Apply(DreamScript script, string storeId, string sessionId)
    {
        lock (stores.Sync)
        {
            var store = stores.Writable(storeId);
            var writer = Writer(store, sessionId);
            var read = store.Memories.Values.Sum(static memory => memory.Content.Size);
            var written = 0L;
            foreach (var (path, text) in script.Changes)
            {
                var memory = store.Memories.Values.FirstOrDefault(memory => memory.Path == path);
                if (text is null)
                {
                    writer.Delete(memory ?? throw ApiError.NotFound($"The dream was told to delete {path}, which the store does not have."));
                    continue;
                }

                var content = MemoryContent.Of(text);
                written += content.Size;
                if (memory is null)
                {
                    writer.Create(path, content);
                }
                else
                {
                    writer.Change(memory, path, content);
                }
            }

            return new RequestUsage(read / 4, written / 4, 0, 0);
        }
    }

    private MemoryWriter Writer(MemoryStoreState store, string sessionId) =>
        new(store, services, new JsonObject { ["type"] = "session_actor", ["session_id"] = sessionId });
}
