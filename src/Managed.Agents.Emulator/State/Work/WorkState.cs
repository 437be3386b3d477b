namespace Managed.Agents.Emulator;

/// <summary>The state of a work item.</summary>
internal enum WorkState
{
    Queued,
    Starting,
    Active,
    Stopping,
    Stopped,
}
