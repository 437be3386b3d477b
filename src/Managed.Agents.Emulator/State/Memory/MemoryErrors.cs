namespace Managed.Agents.Emulator;

/// <summary>The conflict errors that are specific to memories.</summary>
internal static class MemoryErrors
{
    public static ApiError PathConflict(MemoryState other) => new(409, "memory_path_conflict_error", $"path: conflicts with memory {other.Id} at {other.Path}.")
    {
        Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["conflicting_memory_id"] = other.Id, ["conflicting_path"] = other.Path },
    };

    public static ApiError PreconditionFailed(MemoryState memory) =>
        new(409, "memory_precondition_failed_error", $"The content of memory {memory.Id} has changed; its hash is {memory.Content.Sha256}. Retrieve it again.");
}
