namespace Managed.Agents.Emulator;

/// <summary>The status of a dream.</summary>
internal enum DreamStatus
{
    Pending,
    Running,
    Completed,
    Failed,
    Canceled,
}
