using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Changes the memories of a store, and writes a version of each change. Used under the lock of the stores.</summary>
internal sealed class MemoryWriter(MemoryStoreState store, EmulatorServices services, JsonObject author)
{
    private const int MaxMemories = 2_000;

    public MemoryState Create(string path, MemoryContent content)
    {
        DemandFree(MemoryPath.Check(path), memory: null);
        if (store.Memories.Count >= MaxMemories)
        {
            throw ApiError.InvalidRequest($"Memory store {store.Id} has {MaxMemories} memories and takes no more.");
        }

        var memory = new MemoryState(services.NewId("mem"), store.Id, services.Now()) { Path = path, Content = content };
        store.Memories[memory.Id] = memory;
        AddVersion(memory, "created");
        return memory;
    }

    public void Change(MemoryState memory, string path, MemoryContent content)
    {
        DemandFree(MemoryPath.Check(path), memory);
        if (memory.Path == path && memory.Content == content)
        {
            return;
        }

        memory.Path = path;
        memory.Content = content;
        memory.UpdatedAt = services.Now();
        AddVersion(memory, "modified");
    }

    public void Delete(MemoryState memory)
    {
        store.Memories.Remove(memory.Id);
        AddVersion(memory, "deleted");
    }

    private void DemandFree(string path, MemoryState? memory)
    {
        if (store.Memories.Values.FirstOrDefault(other => other != memory && MemoryPath.Conflict(path, other.Path)) is { } taken)
        {
            throw MemoryErrors.PathConflict(taken);
        }
    }

    private void AddVersion(MemoryState memory, string operation)
    {
        var version = new MemoryVersionState(services.NewId("memver"), services.NextSequence(), services.Now(), store.Id, memory.Id, operation, author)
        {
            Path = memory.Path,
            Content = operation == "deleted" ? null : memory.Content,
        };
        memory.VersionId = version.Id;
        store.Versions.Add(version);
    }
}
