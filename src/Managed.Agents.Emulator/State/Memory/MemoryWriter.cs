using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Changes the memories of a store and records a version of each change. Call under the lock of the stores.</summary>
internal sealed class MemoryWriter(MemoryStoreState store, EmulatorServices services, JsonObject author)
{
    private const int MaxMemories = 2_000;

    public MemoryState Create(string path, MemoryContent content)
    {
        EnsurePathIsFree(MemoryPath.Check(path), memory: null);
        if (store.Memories.Count >= MaxMemories)
        {
            throw ApiError.InvalidRequest($"Memory store {store.Id} has the maximum of {MaxMemories} memories.");
        }

        var memory = new MemoryState(services.NewId("mem"), store.Id, services.Now()) { Path = path, Content = content };
        store.Memories[memory.Id] = memory;
        AddVersion(memory, MemoryOperation.Created);
        return memory;
    }

    public void Change(MemoryState memory, string path, MemoryContent content)
    {
        EnsurePathIsFree(MemoryPath.Check(path), memory);
        if (memory.Path == path && memory.Content == content)
        {
            return;
        }

        memory.Path = path;
        memory.Content = content;
        memory.UpdatedAt = services.Now();
        AddVersion(memory, MemoryOperation.Modified);
    }

    public void Delete(MemoryState memory)
    {
        store.Memories.Remove(memory.Id);
        AddVersion(memory, MemoryOperation.Deleted);
    }

    private void EnsurePathIsFree(string path, MemoryState? memory)
    {
        if (store.Memories.Values.FirstOrDefault(other => other != memory && MemoryPath.Conflict(path, other.Path)) is { } taken)
        {
            throw MemoryErrors.PathConflict(taken);
        }
    }

    private void AddVersion(MemoryState memory, MemoryOperation operation)
    {
        var version = new MemoryVersionState(services.NewId("memver"), services.NextSequence(), services.Now(), store.Id, memory.Id, operation, author)
        {
            Path = memory.Path,
            Content = operation is MemoryOperation.Deleted ? null : memory.Content,
        };
        memory.VersionId = version.Id;
        store.Versions.Add(version);
    }
}
