using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Reads and writes memory stores for dreams, on behalf of a dream's session.</summary>
internal sealed class DreamMemories(MemoryStoreOperations stores, EmulatorServices services)
{
    /// <summary>Checks that a dream can read the store: 404 if it does not exist, 400 if it is archived.</summary>
    public void EnsureUsable(string storeId) => stores.ForSession(storeId);

    /// <summary>Creates a store with the same name and the same memories.</summary>
    public string Copy(string storeId, string sessionId)
    {
        lock (stores.Sync)
        {
            var (name, description) = stores.ForSession(storeId);
            var original = stores.FindWritable(storeId);
            var copy = stores.Add(name, description, []);
            var writer = Writer(copy, sessionId);
            foreach (var memory in original.Memories.Values.OrderBy(static memory => memory.Path, StringComparer.Ordinal))
            {
                writer.Create(memory.Path, memory.Content);
            }

            return copy.Id;
        }
    }

    /// <summary>Applies the changes of a script.</summary>
    /// <returns>The estimated number of tokens read and written.</returns>
    public RequestUsage Apply(DreamScript script, string storeId, string sessionId)
    {
        lock (stores.Sync)
        {
            var store = stores.FindWritable(storeId);
            var writer = Writer(store, sessionId);
            var read = store.Memories.Values.Sum(static memory => memory.Content.Size);
            var written = 0L;
            foreach (var (path, text) in script.Changes)
            {
                var memory = store.Memories.Values.FirstOrDefault(memory => memory.Path == path);
                if (text is null)
                {
                    writer.Delete(memory ?? throw ApiError.NotFound($"The script deletes {path}, which does not exist in the store."));
                    continue;
                }

                var content = MemoryContent.FromText(text);
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
