namespace Managed.Agents.Emulator;

/// <summary>The change that a memory version records.</summary>
internal enum MemoryOperation
{
    Created,
    Modified,
    Deleted,
}
